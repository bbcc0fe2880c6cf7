### 조직의 사람: 설정, 초대, 역할, 조직 전환.

settings-title = 설정

## 허브 설정

set-up-title = 허브 설정하기
set-up-lede = 한 번만 합니다. 마켓플레이스를 운영하는 조직과 첫 관리자인 본인의 계정을 만듭니다. 그 뒤에는 이 링크를 쓸 수 없습니다.
set-up-known = { $name } 조직을 이미 가져왔습니다
set-up-known-help = 가져온 내용은 그대로 두고 여기에 입력하는 이름으로 바뀝니다.
set-up-operator = 마켓플레이스를 운영하는 조직
set-up-organisation = 조직 이름
set-up-organisation-hint = 허브의 모든 사람에게 보입니다.
set-up-you = 본인
set-up-consequence = 곧바로 운영자 관리자로 로그인됩니다. 조직을 가져오고, 각 조직의 첫 사람을 초대하고, 자기 조직의 사람을 관리합니다.
set-up-go = 설정
link-name = 이름
link-password-hint = 10자 이상. 짧은 문장이 기억하기 쉽습니다.
next-title = 허브를 설정했습니다
next-lede = { $organisation } 조직이 이 마켓플레이스를 운영하며, 첫 관리자는 본인입니다. 다음으로 할 일은 세 가지입니다.
next-organisations = 조직 가져오기
next-organisations-help = 게시자, 파트너, 재판매인, 고객은 파일에서 가져옵니다. 허브가 실행되는 컴퓨터에서 실행하십시오.
next-people = 사람 초대하기
next-people-help = 동료와, 가져온 각 조직의 첫 관리자를 초대합니다. 나머지는 그 관리자가 직접 초대합니다.
next-desk = 연락 방법 알리기
next-desk-help = 마켓플레이스 자체에 관한 질문이 있으면 게시자와 파트너가 귀사의 지원 창구로 안내됩니다.

## 사람

people-title = 사람
people-lede = 조직을 대신해 일하는 사람과 그 역할입니다.
people-person = 사람
people-roles = 역할
people-seen = 마지막 접속
people-second-factor = 2단계 인증
people-never = 아직 없음
people-yes = 사용
people-no = 사용 안 함
people-inactive = 비활성
people-done-roles = 역할을 바꾸었습니다. 이미 적용되었습니다.
people-done-deactivated = 비활성화하고 로그아웃했습니다.
people-done-activated = 다시 활성화했습니다.
people-done-signed-out = 모든 브라우저에서 로그아웃했습니다.
people-done-removed = 조직에서 제외했습니다.
people-done-invited = 초대를 만들었습니다. 링크는 아래에 있습니다.
people-done-withdrawn = 초대를 취소했습니다.
roles-no-more = 누구나 할 수 있는 것 외에는 없습니다
roles-everyone = 역할과 관계없이 누구나 할 수 있는 것

## 한 사람

person-facts = 정보
person-since = 합류한 날
person-roles-save = 역할 바꾸기
person-roles-says = { $name } 님이 다음에 클릭할 때부터 적용됩니다. 로그아웃되는 사람은 없습니다.
person-last-manager = 여기서 역할을 줄 수 있는 사람이 더 없으므로 그런 역할이 하나는 남아야 합니다.
person-why = { $name } 님이 보고 할 수 있는 것과 그 이유
person-why-hint = 줄마다 허용하는 역할과 그 근거가 되는 규칙이 나옵니다.
person-why-show = 모든 줄 보기
person-why-act = 무엇을
person-why-whose = 누구의 것
person-why-because = 근거
person-rules = 규칙
person-sign-out = 모든 곳에서 로그아웃
person-sign-out-says =
    { $count ->
        [0] { $name } 님은 이 조직으로 로그인한 브라우저가 없습니다.
       *[other] 세션 { $count }개를 끝냅니다. { $name } 님은 다시 로그인해야 합니다.
    }
person-deactivate = 비활성화
person-deactivate-says = { $name } 님이 곧바로 로그아웃되고 { $organisation } 조직을 대신해 일할 수 없습니다. 역할과 지금까지 한 일은 남으며 다시 활성화할 수 있습니다. 프로그램의 토큰은 계속 작동합니다.
person-activate = 활성화
person-activate-says = { $name } 님이 여기 표시된 역할로 { $organisation } 조직에 다시 로그인할 수 있습니다.
person-remove = 조직에서 제외
person-remove-says = { $name } 님이 곧바로 로그아웃되고 더는 { $organisation } 조직에 속하지 않습니다. 계정과 지금까지 한 일은 남습니다. 돌아오려면 새 초대가 필요합니다.

## 초대

invitations-title = 초대
invitations-lede = 초대받은 사람은 비밀번호를 정하거나 기존 계정으로 로그인한 뒤, 지정한 역할로 조직을 대신해 일합니다.
invitations-go = 초대하기
invitations-open = 열린 초대
invitations-open-hint = 링크는 한 사람이 한 번만 쓸 수 있습니다. 이 허브는 아직 메일을 보내지 않으므로 링크를 직접 전달하십시오.
invitations-email-hint = 이 주소의 주인만 수락할 수 있습니다.
invitations-organisation = 조직
invitations-organisation-hint = 자기 조직이면 비워 두고, 다른 조직의 첫 사람을 초대하려면 그 조직의 식별 이름을 입력하십시오.
invitations-says = 링크는 7일 동안 유효합니다. 같은 주소의 이전 초대는 쓸 수 없게 됩니다.
invitations-send = 초대 만들기
invitations-by = 초대한 사람: { $name }
invitations-until = 만료: { $when }
invitations-sent = 링크를 보냈습니다.
invitations-copy = { $email } 링크 복사
invitations-withdraw = 취소
invitations-withdraw-says = 링크를 곧바로 쓸 수 없게 됩니다.

## 열린 초대 링크

invitation-title = { $organisation } 조직에 합류하기
invitation-lede = { $organisation } 조직을 대신해 일하도록 초대받았습니다. 역할: { $roles }.
invitation-new = 이곳에서 쓰는 이메일 주소는 { $email }입니다. 이 주소로 로그인할 방법을 정하십시오.
invitation-join = 합류
invitation-owner = { $name } 님의 계정에 { $organisation } 조직이 추가됩니다. 다른 조직에서는 아무것도 바뀌지 않으며, 모든 페이지 위쪽에서 조직을 전환할 수 있습니다.
invitation-accept = 수락
invitation-account = { $email } 주소의 계정이 이미 있습니다
invitation-account-help = 그 계정으로 로그인하면 이 초대로 돌아옵니다.
invitation-member = 이미 { $organisation } 조직에 속해 있습니다
invitation-member-help = 수락할 것이 없습니다. 역할을 바꾸려면 그 조직에서 사용자를 관리하는 사람에게 요청하십시오.
invitation-other = 이 초대는 { $email } 님을 위한 것이며, 지금은 { $own } 조직의 { $name } 님으로 로그인되어 있습니다
invitation-other-help = 로그아웃한 뒤 링크를 다시 여십시오. 초대는 초대받은 사람만 수락할 수 있습니다.
invitation-says = 합류하면 할 수 있는 것
invitation-until = 초대는 { $until }까지 한 번만 쓸 수 있습니다.

## 나의 다른 조직

switch-title = 조직 전환
sign-in-also = 다음 조직도 대신합니다: { $organisations }

## 역할이 다루는 것, 하는 일, 누구의 것인지

object-offer = 오퍼
object-offer-contacts = 파트너를 위한 오퍼 연락처
object-readiness = 오퍼에 빠진 것
object-authorisation = 지정 파트너 전용 오퍼의 승인
object-organisation = 조직
object-desk = 지원 창구
object-relationship = 거래 관계
object-subscription = 구독
object-support-contact = 구독의 지원 문의처
object-invoice-line = 청구서 항목
object-split = 공급자와 재판매인의 분담
object-technical-choice = 기술 문의에 관한 선택
object-decision = 문의와 답변
object-import = 가져오기
object-person = 사람
object-role = 역할
object-invitation = 초대
object-session = 세션
object-token = 프로그램 토큰
object-sign-on = 통합 로그인
object-audit = 변경 기록
object-privacy = 개인 정보
object-retention = 보관 기간
act-see = 보기
act-add = 추가
act-change = 변경
act-remove = 종료 또는 삭제
act-export = 내보내기
act-erase = 지우기
relation-mine = 본인의 것
relation-own = 소속 조직의 것
relation-customer = 조직의 고객의 것
relation-reseller = 조직의 재판매인의 것
relation-provider = 조직의 공급자의 것
relation-seller = 조직에 판매하는 쪽의 것
relation-channel = 조직의 오퍼를 판매하는 쪽의 것
relation-offered = 모두에게 공개된 것
relation-any = 모두의 것
