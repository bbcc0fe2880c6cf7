### 조직의 자체 ID 공급자로 로그인하기.

## 결정하는 사람에게

sign-on-title = 통합 로그인
sign-on-lede = 구성원이 조직의 자체 ID 공급자(OpenID Connect)에서 로그인합니다. 누구인지, 여기서 어떤 역할을 맡는지를 공급자가 알려 줍니다.
sign-on-domains = 이메일 주소의 도메인
sign-on-domains-hint = 주소가 이 도메인 가운데 하나에 있는 사람에 대해서만 공급자를 믿습니다.
sign-on-domains-none = 아직 확인된 도메인이 없습니다.
sign-on-domain = 도메인
sign-on-domain-hint = @ 뒤에 오는 부분, 예: example.com
sign-on-domain-how = 도메인이 조직의 것임을 보이세요. 웹 사이트의 https://도메인{ $file } 위치에 이 줄이 든 파일을 두세요. 다른 곳으로 넘기지 않고 그 자리에서 응답해야 합니다. 그런 다음 도메인을 확인하세요.
sign-on-copy-line = 줄 복사
sign-on-verify = 도메인 확인
sign-on-since = { $when } 확인됨
sign-on-release = 포기
sign-on-release-says = 이 도메인의 사람은 더 이상 공급자를 통해 로그인하지 않습니다.
sign-on-provider = ID 공급자
sign-on-redirect = 이 주소를 공급자에 클라이언트의 리디렉션 URI로 등록하세요.
sign-on-copy-redirect = 주소 복사
sign-on-issuer = 발급자(issuer)
sign-on-issuer-hint = 공급자가 스스로를 부르는 주소 그대로, 예: https://login.example.com
sign-on-client = 클라이언트 ID
sign-on-secret = 클라이언트 암호
sign-on-secret-hint = 암호화해 보관하며 다시는 아무에게도 보여 주지 않습니다.
sign-on-secret-kept = 등록된 것이 있습니다. 그대로 두려면 비워 두세요.
sign-on-roles = 공급자의 말로 얻는 것
sign-on-roles-hint = 공급자가 들여보낸 사람은 모두 여기서 고른 역할을 얻고, 여기에 그룹의 역할을 더합니다.
sign-on-claim = 그룹이 든 클레임
sign-on-claim-hint = 공급자가 소속 그룹을 알리는 이름, 예: groups
sign-on-group = 그룹 { $number }
sign-on-group-role = 그룹 { $number }의 역할
sign-on-group-none = 역할 없음
sign-on-says = 공급자를 통해 로그인할 때마다 정확히 이 역할만 얻으며, 직접 준 역할은 없어집니다. 역할이 없는 사람은 들어올 수 없고, 새로운 사람은 로그인하면 구성원이 됩니다. 역할을 줄 수 있는 마지막 사람은 그 역할을 잃지 않습니다. 그런 로그인은 거부됩니다.
sign-on-demanded = 이 도메인의 주소는 공급자를 통해서만 로그인
sign-on-demanded-hint = 이 주소로는 비밀번호, 패스키, 새 비밀번호 링크로 더 이상 들어올 수 없습니다. 다른 조직에도 속한 사람도 마찬가지이며, 로그인한 뒤 비밀번호나 패스키를 한 번 더 보이면 다른 조직으로 갈 수 있습니다. 이미 로그인한 사람은 그대로이고 프로그램의 토큰도 그대로입니다.
sign-on-demanded-recovery = 공급자가 응답하지 않으면 허브를 운영하는 사람이 그 컴퓨터에서 비밀번호를 다시 허용합니다. firstline user allow-passwords { $organisation }
sign-on-saved = 저장했습니다. 다음 로그인부터 적용됩니다.
sign-on-verified = 도메인이 확인되었습니다.
sign-on-released = 도메인을 포기했습니다.
sign-on-removed = 공급자를 없앴습니다.
sign-on-remove = 공급자 없애기
sign-on-remove-says = 구성원은 다시 비밀번호나 패스키로 로그인합니다. 둘 다 없는 사람은 새 비밀번호 링크를 요청합니다. 세션은 이어지고 역할은 그대로입니다. 도메인은 계속 조직의 것입니다.

## 로그인

sign-in-organisation = 조직을 통해 로그인
organisation-sign-in-lede = 직장 주소를 입력하세요. 조직에 자체 로그인이 있으면 그곳에서 계속합니다.
organisation-sign-in-go = 계속
organisation-sign-in-leading = { $host }에서 계속
organisation-sign-in-leads = 그곳에서 조직이 누구인지 알려 줍니다. 그곳에 입력한 내용은 이 허브가 알 수 없습니다.
organisation-sign-in-back = 비밀번호나 패스키로 로그인

## 받아들일 수 없는 것

error-sign-on-needed = { $value } 주소를 쓰는 사람은 조직을 통해 로그인합니다.
error-sign-on-none = 여기에는 { $value } 주소를 직접 로그인시키는 조직이 없습니다. 비밀번호나 패스키를 쓰세요.
error-sign-on-stale = 이 브라우저에서 시작한 로그인이 아니거나 시간이 너무 오래 걸렸습니다. 처음부터 다시 하세요.
error-sign-on-unusable = { $value }에 있는 조직의 로그인이 제대로 응답하지 않습니다. 잠시 뒤 다시 해 보고, 계속되면 담당자에게 알리세요.
error-sign-on-refused = 조직의 로그인이 들여보내지 않았거나 응답이 맞지 않습니다. 처음부터 다시 하세요.
error-sign-on-email = 조직의 로그인이 조직 도메인에 있는 이메일 주소를 보증하지 않습니다. 담당자에게 문의하세요.
error-sign-on-roles = 조직의 로그인이 여기서 쓸 역할을 주지 않습니다. 조직에서 사람을 관리하는 담당자에게 문의하세요.
error-sign-on-inactive = 여기서 비활성화되었습니다. 조직에서 사람을 관리하는 담당자에게 문의하세요.
error-sign-on-last-manager = 여기서 역할을 줄 수 있는 마지막 사람인데, 조직의 로그인이 그런 역할을 주지 않습니다. 먼저 주는 역할을 바꾸거나 다른 사람에게 그런 역할을 주세요.
error-issuer = 공급자가 스스로를 부르는 주소를 https로, ?와 # 없이 적으세요.
error-issuer-named = 공급자가 스스로를 { $value }(이)라고 부릅니다. 그대로 적으세요.
error-issuer-closed = 허브는 공용 네트워크의 호스트에만 https로 물어봅니다. 허브를 운영하는 사람이 이 호스트를 허용할 수 있습니다. --allow-fetch
error-issuer-unreachable = 공급자에 연결할 수 없습니다. 주소를 확인하세요.
error-issuer-answer = 이 주소에 공급자가 없습니다. /.well-known/openid-configuration이 표준대로 응답하지 않습니다.
error-client = 공급자에 등록된 이 허브의 이름을 적으세요.
error-client-secret = 클라이언트 ID에 딸린 암호를 적으세요.
error-sign-on-rules = 그룹마다 조직에 있는 역할을 주되, 같은 짝은 한 번만 적으세요.
error-sign-on-claim = 공급자가 그룹을 어떤 이름으로 알리는지 적으세요.
error-sign-on-nobody = 모두에게, 또는 적어도 한 그룹에 역할을 주세요. 그러지 않으면 아무도 들어올 수 없습니다.
error-sign-on-no-domain = 먼저 도메인을 확인하세요.
error-domain = “{ $value }”은(는) 도메인이 아닙니다. @ 뒤에 오는 부분을 적으세요. 예: example.com
error-domain-unreachable = { $value }이(가) https로 그런 파일을 내주지 않습니다. 다른 곳으로 넘기지 않고 직접 응답해야 합니다.
error-domain-silent = { $value }의 파일에 위의 줄이 없습니다.
error-domain-taken = { $value }은(는) 다른 조직의 것이라고도 말합니다. 먼저 파일에서 그 조직의 줄을 빼세요.
error-domains-max = 조직은 도메인을 { $value }개까지 가질 수 있습니다. 먼저 하나를 포기하세요.

## 기록

audit-act-allow-passwords = 통합 로그인과 함께 비밀번호 다시 허용
audit-act-join-by-sign-on = ID 공급자를 통해 { $object } 합류
audit-act-release-domain = { $object } 도메인 포기
audit-act-remove-sign-on = ID 공급자 없애기
audit-act-roles-by-sign-on = ID 공급자에 따라 { $object } 역할 변경
audit-act-set-sign-on = 통합 로그인 변경
audit-act-verify-domain = { $object } 도메인 확인
audit-field-claim = 그룹이 든 클레임
audit-field-client = 클라이언트 ID
audit-field-demanded = 필수
audit-field-group = 그룹
audit-field-issuer = 발급자
audit-field-new-secret = 새 암호
audit-field-role = 역할
audit-field-rules = 역할을 주는 그룹

## 허브의 컴퓨터에서

cli-user-passwords-allowed = { $organisation }의 구성원이 다시 비밀번호로 로그인할 수 있습니다.
cli-user-passwords-allowed-already = { $organisation }의 구성원은 이미 비밀번호로 로그인할 수 있습니다.
