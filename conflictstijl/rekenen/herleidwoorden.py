"""The words by which a name is told from another word with a capital: short lists, own choice, all in lower case."""

import re


def _split_woorden(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


TITELS = _split_woorden(
    "mevrouw mevr mw meneer mijnheer dhr heer dr drs mr ir ing prof dokter zuster broeder juf juffrouw meester "
    "oom tante oma opa neef nicht buurman buurvrouw familie fam dominee pastoor imam zus zusje broer broertje "
    "wethouder burgemeester rechter advocaat docent leerkracht huisarts psycholoog ambtenaar consulent "
    "begeleider gezin"
)
"""After these a word with a capital is a name, also at the start of a sentence."""

AANSPREEKTITELS = _split_woorden("mevrouw mevr mw meneer mijnheer dhr heer dr juf oom tante familie fam")
"""After these even a word as `Frans` or `Raad` is a name."""

AFKORTINGEN = _split_woorden("dhr mw mevr dr drs mr ir ing prof fam bijv bv ca nl resp incl excl evt mbt tav")
"""After these a full stop ends no sentence."""

TUSSENVOEGSELS = _split_woorden("van de der den het ten ter 't el al ben bin ibn von da di dos la le du des")

BEGINWOORDEN = _split_woorden(
    "de het een dit dat deze die er ik jij je u uw hij zij ze we wij jullie mijn jouw zijn haar ons onze hun hen "
    "wie wat waar wanneer waarom hoe welke welk hoeveel en of maar want dus omdat als toen nu dan daarna daarom "
    "daardoor daarbij daarnaast daarvoor eerst later straks soms vaak altijd nooit nog ook al wel niet geen "
    "niemand iedereen iemand alles niets iets ieder elke elk alle veel weinig sommige beide allebei in op aan "
    "bij met zonder voor na naar van uit over onder tussen tegen door om te tot sinds tijdens volgens ondanks "
    "vanaf vanwege wegens rond binnen buiten naast achter boven is was heeft had hebben wil wilde kan kon moet "
    "mag gaat ging komt kwam doet doe ga kom zeg vraag kijk denk lees schrijf bel maak geef neem laat zou zal "
    "wordt werd gisteren vandaag morgen overmorgen vanmorgen vanmiddag vanavond onlangs inmiddels intussen "
    "ondertussen volgende vorige afgelopen helaas gelukkig eigenlijk misschien vooral alleen zelf samen toch ja "
    "nee oké dank bedankt beste hoi hallo hey dag geachte lieve groet groeten let zie nadat voordat terwijl "
    "hoewel zodra zolang zodat doordat mits tenzij behalve twee drie vier vijf zes zeven acht negen tien eén één "
    "stap plan optie doel casus week team groep fase bijlage ronde deel route variant blok kamer scenario "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli "
    "augustus september oktober november december ouders kinderen mensen collega's bewoners cliënten buren daar "
    "hier jou mij me hem achterin voorin bovendien verder tevens namelijk kortom zo meer minder eerste tweede "
    "derde vierde vijfde sindsdien telkens steeds ineens plotseling blijkbaar kennelijk natuurlijk"
)
"""Words that start sentences, or that some write with a capital; never a name."""

ZAKEN = _split_woorden(
    "moeder vader mama papa mam pap zoon dochter kind partner ex stiefvader stiefmoeder pleegmoeder pleegvader "
    "cliënt client cliënte bewoner bewoonster huurder inwoner deelnemer collega begeleider hulpverlener jongere "
    "school politie gemeente jeugdzorg jeugdhulp jeugdbescherming reclassering woningcorporatie corporatie "
    "wijkteam buurtteam kerk moskee directie bestuur gemeenteraad raad college rechtbank rechter voogd "
    "gezinsvoogd jeugdbeschermer gedragswetenschapper mentor bewindvoerder curator manager teamleider "
    "leidinggevende coach trainer facilitator inbrenger casusinbrenger voorzitter secretaris notulist regisseur "
    "wethouder burgemeester minister mevrouw meneer zorg hulp geld rust tijd overleg contact werk huis thuis "
    "ruzie schuld angst hoop steun respect boos bang moe blij stilte alcohol drank drugs verslaving slaap "
    "privacy veiligheid vertrouwen internet corona overheid toegang regie organisatie instelling stichting "
    "afdeling inloop belang behoefte standpunt wens voorstel afspraak gesprek situatie vertrouwensarts huisarts "
    "psycholoog psychiater casemanager consulent wijkagent agent leerkracht juf meester intern praktijk bijlage "
    "auto foto oma opa baby video agenda risico euro menu vertrouwenspersoon zorgaanbieder sportclub rood geel "
    "blauw groen oranje paars begeleidster medewerker medewerkster verpleegkundige hogeschool universiteit "
    "vereniging mediation bemiddelaar gastheer jeugd gezin zaken niks muziek sport buurt wijk inspectie "
    "vrijwilliger stagiair "
    "stagiaire ondersteuner opvoeder ouder peuter kleuter puber"
)
"""People by their role, and things, as this field writes them without an article or with a capital."""

BEKEND = _split_woorden(
    "nederland belgië duitsland frankrijk engeland spanje italië portugal polen turkije marokko syrië irak iran "
    "afghanistan somalië eritrea ethiopië oekraïne rusland suriname curaçao aruba bonaire china indonesië europa "
    "afrika azië amerika vlaanderen roemenië bulgarije hongarije griekenland ghana nigeria soedan tunesië canada "
    "australië japan india brazilië peru mexico chili cuba colombia venezuela zweden noorwegen denemarken "
    "finland oostenrijk zwitserland ierland schotland israël palestina jordanië georgië armenië albanië kosovo "
    "servië kroatië bosnië slowakije tsjechië litouwen letland estland moldavië congo angola gambia guinee "
    "senegal kameroen rwanda burundi oeganda kenia tanzania noord zuid oost west algerije egypte libanon jemen "
    "pakistan vietnam kaapverdië antillen verenigde staten koninkrijk frans duits engels spaans italiaans "
    "portugees pools turks arabisch berbers tigrinya dari farsi papiaments koerdisch russisch islam christendom "
    "jodendom boeddhisme god allah bijbel koran jezus kerst kerstmis kerstavond pasen pinksteren hemelvaart "
    "koningsdag bevrijdingsdag dodenherdenking sinterklaas suikerfeest offerfeest ramadan carnaval divali holi "
    "chanoeka nieuwjaar nieuwjaarsdag kerstdag advent oud bsn btw kvk nidos volkskrant telegraaf trouw wmo wlz "
    "zvw awb avg wajong wvggz wgbo pgb aow bbz ioaw havo mbo hbo vwo vmbo ggz ggd uwv svb cak ciz coa ind dji "
    "zzp bv nv cv gz zzper wet wetboek grondwet kinderwet burgerlijk humanitas vluchtelingenwerk movisie veilig "
    "mind raad rijk staat kamer kabinet senaat provincie kerstman slachtofferhulp kindertelefoon jeugdstem "
    "belastingdienst rijksoverheid toeslagen voedselbank whatsapp facebook instagram tiktok snapchat teams zoom "
    "word excel outlook google microsoft youtube signal covid ritalin asperger down alzheimer parkinson korsakov "
    "wereldoorlog playstation xbox tikkie chatgpt groenlinks netflix marktplaats skype linkedin windows "
    "powerpoint forms windesheim tki"
)
"""Countries, languages, faiths, feasts, laws, institutions and programs: many people share them."""

VERBANDEN = re.compile(
    r"(?<!\w)(?:Raad voor de Kinderbescherming|Raad voor de Rechtspraak|Raad van (?:Toezicht|Bestuur|State)|"
    r"Leger des Heils|Veilig Thuis|Samen Veilig|Centrum (?:voor )?Jeugd en Gezin|Tweede Kamer|Eerste Kamer|"
    r"Rode Kruis|Sociale Verzekeringsbank|Sociale Dienst|Sociale Zaken|Sociaal (?:Wijk)?[Tt]eam|Openbaar Ministerie|"
    r"Eigen Kracht(?:-conferentie)?|Signs of Safety|Tien voor Toekomst|Burgerlijk Wetboek|Nieuwe Maan|Oud en Nieuw|"
    r"Keti Koti|Goede Vrijdag|Rechten van de Mens|Verenigde Naties|Verenigde Staten|Europese Unie|Sint Maarten|"
    r"Algemene [Ww]et bestuursrecht|Wet [a-z]+(?: [a-z]+){0,3}|Meldcode|Microsoft Forms|Google Forms)(?!\w)"
)
"""Names of more than one word that lead to no person."""

PLAATSEN = _split_woorden(
    "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem "
    "enschede amersfoort zaandam zwolle leiden leeuwarden maastricht dordrecht zoetermeer emmen deventer delft "
    "venlo alkmaar hilversum roosendaal amstelveen purmerend schiedam lelystad hoofddorp vlaardingen gouda "
    "helmond hengelo almelo hoogeveen assen middelburg vlissingen terneuzen doetinchem zutphen harderwijk "
    "veenendaal nieuwegein woerden tiel culemborg waalwijk roermond sittard heerlen kerkrade drachten sneek "
    "heerenveen delfzijl winschoten katwijk noordwijk lisse naaldwijk barneveld nunspeet urk volendam edam "
    "castricum heiloo heemskerk beverwijk ijmuiden wageningen veghel uden boxtel oosterhout dongen kampen meppel "
    "steenwijk antwerpen gent brussel hasselt rijswijk voorburg spijkenisse hellevoetsluis capelle krimpen "
    "papendrecht"
)
"""Places of which the name is no other word."""

VOORNAMEN = _split_woorden(
    "fatima mohamed mohammed mehmet ahmed ali hassan hussein youssef yusuf omar ibrahim ismail mustafa hamza "
    "bilal amira aisha aicha samira naima khadija zeynep ayse emine elif emre murat hatice fadime malika karima "
    "rachid said nadia yasmin yasmina leyla layla noor nour sara sarah sofie sophie emma julia anna eva lotte "
    "lieke sanne femke anouk kim linda monique esther ingrid petra marieke marloes karin annemarie anneke ineke "
    "joke willemijn ria truus corrie henk piet kees klaas gerrit johan willem hendrik cornelis jeroen mark peter "
    "paul martijn bart tom tim thijs daan sem lucas luuk levi finn noah milan bram jesse ruben thomas lars stijn "
    "niels sander wouter dennis patrick kevin danny priscilla chantal wesley jayden dylan svetlana olena oksana "
    "ivan natalia agnieszka piotr tomasz katarzyna ahmad abdullah yonas selam tesfay samuel daniel david michael "
    "maria marie johanna elisabeth nguyen linh wei mei-ling priya sunita anil rajesh shanti ricardo jermaine "
    "shaniqua gianni giovanni carlos ana jan joost maarten marjan astrid saskia yvonne wendy mirjam miriam "
    "hanneke gerda els ellen jolanda naomi lisa iris amber demi britt merlijn tijn teun sven koen rik"
)
"""First names that are common and no other word; a longer list would bring other words with it."""

MENSENWERK = _split_woorden(
    "is was heeft had wil wilde kan kon moet moest gaat ging komt kwam krijgt kreeg woont woonde werkt werkte "
    "zegt zei vertelt vertelde belt belde mailt mailde appt appte vraagt vroeg vindt vond denkt dacht voelt "
    "voelde huilt huilde zwijgt zweeg schreeuwt schreeuwde lacht lachte loopt liep zit zat slaapt sliep drinkt "
    "dronk slaat sloeg weigert weigerde stelt stelde maakt maakte doet deed blijft bleef staat stond ziet zag "
    "hoort hoorde weet wist geeft gaf neemt nam begint begon reageert reageerde antwoordt antwoordde klaagt "
    "klaagde mag wordt werd zoekt zocht wacht wachtte schrijft schreef"
)
"""What one person does: after a bare word at the start of a sentence it says that the word may be a name."""

VASTWERK = _split_woorden(
    "zegt zei vertelt vertelde belt belde mailt mailde appt appte vraagt vindt vond denkt dacht huilt huilde "
    "woont woonde wil wilde weigert weigerde drinkt dronk slaapt sliep weet wist voelt voelde zwijgt zweeg lacht "
    "lachte"
)
"""Of these what hardly anything but a person does."""

PLAATSVOOR = _split_woorden("in te uit nabij gemeente dorp stad wijk buurt richting regio")
"""After these a word with a capital is a place."""

NAAMLABELS = _split_woorden("naam voornaam achternaam roepnaam cliëntnaam contactpersoon")

_HERKOMST = (
    "(?:nederland|turk|marokk|syri|pol|pool|somal|eritr|ethiop|oekra|engel|frans|frank|duit|belg|vlaam|surinaam|surina|"
    "antill|arub|curaçao|iraan|iran|iraak|irak|afgha|chine|spaan|spanj|itali|portug|europ|afrik|aziat|amerik|arab|arabi|"
    "berber|koerd|russ|roeme|bulg|hongaar|griek|joego|bosn|kroat|serv|indon|molukk|hindoe|islam|moslim|joods|kathol|"
    "protest|evangel|boeddh|fries|limburg|brabant|zeeuw|twent|ghane|nigeri|soeda|tunes|alger|egypt|liban|pakist|vietn|"
    "kaapverd|brit|brits|westers|noord|zuid|oost|west)"
)
GEDEELD = re.compile(
    rf"{_HERKOMST}[a-zë]{{0,4}}(?:s|se|sch|sche|en|er|ers|ees|ese|ezen|aan|anen|aans|aanse|ek|eken|iek|ieke|ieken|ant|"
    r"anten|ants|antse|land)|(?:turk|pool|belg|arabier|koerd|rus|deen|zweed|brit|jood|moslim|christen|hindoe)(?:en|s)?|"
    r"christelijke?|(?:daar|hier|waar)[a-z]{2,}|[a-zë]{3,30}(?:wet|wetten|zorg|hulp|team|teams|overleg|loket|dienst|bank|raad|bureau|kunde|plan|"
    r"methode|beraad|model|conferentie|consulent|maatje|coach)"
)
"""Peoples and languages, laws, services and methods by their ending."""

GEEN_MENS = re.compile(
    r".*(?:ing|heid|schap|tie|teit|zorg|hulp|team|werk|leid|isme|ment|age|nis|lijk|loos|baar|ende|sel|en)"
)
"""Endings of things; a sentence may start with such a word without an article."""
