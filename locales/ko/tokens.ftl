### 프로그램이 조직을 위해 로그인하는 방법: 토큰과 OAuth 클라이언트.

tokens-title = 토큰
tokens-lede = 프로그램이 조직을 위해 로그인하는 방법입니다. 프로그램은 토큰의 역할이 허용하는 일만 할 수 있습니다.
tokens-none = 조직을 위해 로그인하는 프로그램이 없습니다
tokens-none-help = 아래에서 첫 토큰을 만드세요.
tokens-name = 이름
tokens-name-hint = 어떤 프로그램이 쓰는지 누구나 알 수 있게 적으세요.
tokens-kind = 프로그램이 로그인하는 방법
tokens-kind-token = 토큰
tokens-kind-token-says = 프로그램이 호출할 때마다 보여 줍니다.
tokens-kind-client = OAuth 클라이언트
tokens-kind-client-says = 프로그램이 ID와 비밀 값을 한 시간 동안 쓸 수 있는 토큰으로 바꾸고, 만료되면 다시 바꿉니다.
tokens-made = 만든 때
tokens-by = 만든 사람: { $name }
tokens-by-nobody = 프로그램 또는 더 이상 알 수 없는 사람이 만듦
tokens-until = 만료
tokens-until-when = 만료: { $when }
tokens-run-out = 만료됨
tokens-used = 마지막 사용
tokens-never = 사용한 적 없음
tokens-new = 토큰 만들기
tokens-days = 유효 기간(일)
tokens-days-hint = 1에서 { $max }까지
tokens-new-says = 비밀 값은 다음 페이지에 한 번만 표시됩니다. 이 값을 가진 사람은 만료되거나 취소될 때까지 어디서나 역할이 허용하는 일을 할 수 있습니다.
tokens-make = 만들기

## 한 번만 보이는 비밀 값

tokens-made-title = { $name } 만들기 완료
tokens-made-lede = 지금 비밀 값을 복사하세요. 다시 표시되지 않습니다. 잃어버리면 여기서 취소하고 새로 만드세요.
tokens-client-id = 클라이언트 ID
tokens-client-secret = 클라이언트 비밀 값
tokens-copy = 비밀 값 복사
tokens-copy-id = 클라이언트 ID 복사
tokens-copy-example = 명령 복사
tokens-try = 사용해 보기
tokens-kept = 보관했습니다

## 취소

tokens-revoke = 취소 …
tokens-revoke-title = { $name } 취소
tokens-revoke-lede = 되돌릴 수 없습니다.
tokens-revoke-token-says = 이 토큰을 쓰는 모든 프로그램은 다음 호출부터 거부됩니다. 이 토큰으로 한 일은 기록에 남습니다.
tokens-revoke-client-says = 이 클라이언트를 쓰는 모든 프로그램은 다음 호출부터 거부됩니다. 새 토큰을 받을 수 없고, 받은 토큰도 바로 끝납니다. 그 토큰으로 한 일은 기록에 남습니다.
tokens-revoke-used = 마지막 사용: { $when }.
tokens-revoke-unused = 사용한 적이 없습니다.
tokens-revoke-go = 영구히 취소
tokens-done-revoked = 취소했습니다. 더 이상 쓸 수 없습니다.
