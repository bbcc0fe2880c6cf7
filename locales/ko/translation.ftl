### 다른 언어로 쓰인 글 읽기와 이를 번역하는 서비스.

## 오퍼에서

offer-translated = { $service }의 기계 번역입니다. 원문 언어: { $language }.
offer-translated-titles = 문서 제목은 { $service }의 기계 번역입니다.
offer-title-translated = 제목 기계 번역
offer-original = 원문입니다. 언어: { $language }.
offer-originals = 문서 제목을 쓰인 그대로 표시합니다.
offer-show-original = 원문 보기
offer-show-translation = 번역 보기
offer-translation-underway = 번역하는 중입니다.
offer-translation-ready = 번역이 준비되었습니다.
offer-translation-failed = 번역하지 못했습니다.
offer-reload = 페이지 새로 고침

## 결정하는 사람에게

translation-title = 번역
translation-lede = 자기 언어로 된 글이 없을 때 기계 번역을 읽을 수 있습니다. 기계 번역임을 표시하며 원문은 키 하나로 볼 수 있습니다. 번역은 LibreTranslate 인터페이스를 제공하는, 직접 고른 서비스가 합니다.
translation-goes-out = 보내는 것: 누구나 보는 오퍼의 요약과 설명, 그리고 고객도 보는 문서의 제목. 절대 보내지 않는 것: 초안, 판매자용 문서, 연락처, 문의, 메모, 그리고 누가 읽는지에 관한 모든 것.
translation-service = 서비스
translation-on = 읽는 사람을 위해 번역
translation-on-hint = 한 언어로 오퍼를 처음 여는 사람이 있을 때 한 번 보내고, 받은 번역은 180일 동안 보관합니다. 끄면 더 이상 아무것도 보내지 않으며 모두가 원문을 읽습니다. 작성된 글은 절대 바뀌지 않습니다. 이미 만든 번역은 보관하며 다시 켜면 다시 표시합니다.
translation-address = 서비스 주소
translation-address-hint = 예: https://translate.example.com. 허브는 공용 네트워크의 호스트에 https로만, 그리고 허브를 운영하는 사람이 허용한 호스트에만 묻습니다.
translation-key = API 키
translation-key-hint = 서비스가 요구할 때만 입력하세요. 암호화해 보관하고 다시는 아무에게도 보여 주지 않으며 이 주소로만 보냅니다.
translation-key-kept = 등록된 것이 있습니다. 그대로 두려면 비워 두세요. 주소를 바꾸면 다시 입력해야 합니다.
translation-without-key = 키 삭제
translation-targets = 번역할 언어
translation-characters = 분당 글자 수
translation-characters-hint = 1분에 서비스로 보내는 최대 글자 수, { $first }–{ $last }. 더 긴 글은 차례를 기다립니다.
translation-try = 서비스에 지원 언어 묻기
translation-tried = 서비스가 응답합니다
translation-tried-count = { $count }개 언어에서 번역합니다.
translation-from = 원문 언어
translation-into = 이 허브의 언어 중 번역 가능한 언어
translation-into-none = 없음
translation-state = 상태
translation-state-none = 연결된 서비스가 없습니다.
translation-state-off = 꺼져 있습니다.
translation-state-on = 켜져 있습니다.
translation-made = 번역한 글
translation-waiting = 기다리는 오퍼
translation-given-up = 포기한 오퍼
translation-given-up-hint = 하루 뒤에, 또는 저장하면 다시 시도합니다.
translation-failed = 서비스가 { $when } 실패했습니다
translation-failed-help = 그동안 읽는 사람은 원문을 봅니다. 실패할 때마다 더 길게 쉰 뒤 다시 묻습니다.
translation-forget = 모든 번역 삭제
translation-forget-says = 다시 번역할 때까지 원문이 표시되며, 다시 번역하면 글자 수를 또 씁니다.
translation-saved = 저장했습니다.
translation-forgotten = 모든 번역을 삭제했습니다.

failure-closed = 허브가 이 주소에 물을 수 없습니다.
failure-unreachable = 연결할 수 없었습니다.
failure-slow = 응답이 너무 오래 걸렸습니다.
failure-large = 물은 것보다 지나치게 많이 응답했습니다.
failure-strange = LibreTranslate처럼 응답하지 않았습니다.
failure-key = API 키가 필요하거나 다른 키가 필요합니다.
failure-busy = 더 드물게 물어 달라고 합니다. 분당 글자 수를 줄이세요.
failure-broken = 서비스에 문제가 있다고 응답했습니다.
failure-refused = 이 글 또는 이 언어 사이의 번역을 지원하지 않습니다.

## 받아들일 수 없는 것

error-translation-address = 서비스 주소를 https로, ?나 # 없이 입력하세요.
error-translation-closed = 허브는 공용 네트워크의 호스트에 https로만 묻습니다. 허브를 운영하는 사람이 이 호스트를 허용할 수 있습니다. --allow-fetch
error-translation-unreachable = 서비스에 연결할 수 없습니다. 주소를 확인하세요.
error-translation-answer = 이 주소에는 그런 서비스가 없습니다. /languages에 LibreTranslate처럼 응답하지 않습니다.
error-translation-targets = 언어를 하나 이상 선택하세요.
error-translation-target = 서비스가 번역하지 않는 언어입니다. { $value }
error-translation-characters = 10,000에서 10,000,000 사이의 수를 입력하세요.

## 권한과 기록

object-translation = 번역
audit-act-forget-translations = 모든 번역을 삭제함
audit-act-set-translation = 번역 서비스를 변경함
audit-field-characters-a-minute = 분당 글자 수
audit-field-key = 키
audit-field-new-key = 새 키
audit-field-translations = 번역
