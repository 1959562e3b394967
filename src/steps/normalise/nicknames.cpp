#include "steps/normalise/nicknames.h"

#include <cstddef>
#include <unordered_map>

namespace normalise {
namespace {

/// One family a line, the full form first.
constexpr std::string_view families = R"(abigail abby gail
abraham abe bram
albert al bert bertie
alexander alex alec sandy sasha aleksandr alexandr lex
alfred alf alfie fred
amanda mandy
andrew andy drew andrei andrey
ann anne anna annie hannah nan nancy
anthony tony antony
archibald archie
arthur art artie
barbara barb babs barbie
benjamin ben benny benji
bernard bernie barney
beverly bev
bradley brad
brenda bren
caroline carol carrie caro
catherine kate katie cathy kathy katherine kathryn kitty katya ekaterina kathleen
cecilia celia cissy
charles charlie chuck chas charley karl carl carlos
charlotte lottie
christina chris tina chrissy kristina
christopher kit topher kris
clifford cliff
cynthia cindy
daniel dan danny
david dave davy davey
deborah deb debbie debra
dennis denny denis
dmitri dima dmitry mitya
donald don donnie
dorothy dot dolly dottie
douglas doug
edward ed eddie ted teddy ned edwin
eleanor ellie nell nora elinor
elizabeth liz beth betty betsy eliza lizzie elisabeth elsie bess libby
emily em emmy milly
ernest ernie
eugene gene yevgeny evgeny zhenya
florence flo florrie flossie
frances fran franny francie
francis frank frankie francisco paco
frederick fredrick freddie freddy fritz
gabriel gabe
george georgie jorge yuri jurgen
gerald gerry jerry
gilbert gil
gregory greg gregg grigory grisha
harold hal harry
helen nellie lena elena yelena
henry hank heinrich harri
herbert herb
isaac ike
isabel bella isabella izzy isobel
ivan vanya
jacob jake jakob yakov
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan
jeffrey jeff geoffrey geoff
jennifer jen jenny jenna
jessica jess jessie
johannes hans
john jack johnny jon jock
jonathan jonny nathan
joseph joe joey jose pepe iosif
joshua josh
judith judy
julia julie jules
kenneth ken kenny
lawrence larry laurie lars laurence
leonard leo len lenny leonid
leslie les
lillian lily lil
louis lou louie lewis luis
margaret maggie peg peggy meg greta rita margie madge
maria marie mary molly polly masha mariya
martha marty
martin mart
matthew matt matty mateo
maximilian max maxim maksim
melissa missy mel
michael mike mick mickey misha mikhail miguel
mildred millie
mitchell mitch
nathaniel nate nat
natalia natasha natalie natalya
nicholas nick nicky klaus nikolai nikolay kolya nicolas
nicole nikki
norman norm
olga olya
pamela pam
patricia pat patty trish tricia patsy
patrick paddy
paul pavel pablo
penelope penny
peter pete pyotr petr pedro
philip phil pip phillip
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich ricky richie ricardo
robert bob bobby rob robbie roberto bert
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sammy
samuel sam sammie
sarah sally sadie sara
sergei sergey seryozha
sharon shari
sidney sid sydney
solomon sol
stanley stan
stephen steve steven stefan stephan stevie
stuart stu stewart
susan sue susie suzanne susanna suzy
svetlana sveta
sylvester sly
terence terry terrence
theodore theo
theresa tess terri teresa tessa
thomas tom tommy
timothy tim timmy
valerie val
victor vic viktor
victoria vicky vicki tori
vincent vince vinny
vladimir volodya vova
walter walt wally
wilfred wilf
william bill billy will willie liam wilhelm willy
winifred winnie
zachary zach zack)";

std::unordered_map<std::string_view, std::string_view> read_families() {
  std::unordered_map<std::string_view, std::string_view> roots;
  std::string_view rest = families;
  while (!rest.empty()) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
    const auto root = line.substr(0, line.find(' '));
    while (!line.empty()) {
      const auto form = line.substr(0, line.find(' '));
      roots.emplace(form, root);
      line.remove_prefix(form.size() < line.size() ? form.size() + 1 : form.size());
    }
  }
  return roots;
}

}  // namespace

std::string_view root_of(std::string_view given_name) {
  static const auto roots = read_families();
  const auto found = roots.find(given_name);
  return found == roots.end() ? std::string_view{} : found->second;
}

}  // namespace normalise
