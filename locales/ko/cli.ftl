# 명령줄에 나오는 말.

cli-no-database = 여기에 { $file }이(가) 없습니다. “firstline demo”나 “firstline import”로 만들거나 --database로 지정하십시오.
cli-serving = Firstline이 실행 중입니다: { $address }
cli-address-in-use = 다른 프로그램이 { $address } 주소를 사용하고 있습니다. 그 프로그램을 멈추거나 --listen으로 다른 주소를 지정하십시오.
cli-address-unusable = { $address } 주소를 사용할 수 없습니다: { $cause }. --listen으로 다른 주소를 지정하십시오.
cli-plain-http = 이 허브는 다른 컴퓨터에 암호화되지 않은 HTTP로 응답하므로, 브라우저와 허브 사이에 있는 누구나 내용을 읽을 수 있습니다. --tls-certificate와 --tls-key로 인증서를 지정하거나, TLS를 사용하는 프록시를 앞에 두고 --trusted-proxy로 알려 주십시오.
cli-certificate-unreadable = { $file } 파일을 PEM으로 읽을 수 없습니다: { $cause }. --tls-certificate에는 인증서와 그 상위 인증서를, --tls-key에는 그 인증서의 키를 지정하십시오.
cli-certificate-unfit = 인증서와 키를 함께 사용할 수 없습니다: { $cause }. 인증서에 맞는 키를 --tls-key로 지정하십시오.
cli-breached-unreadable = { $file } 파일을 유출 비밀번호 목록으로 사용할 수 없습니다: { $cause }. Pwned Passwords가 제공하는 형식, 즉 한 줄에 하나씩 정렬된 대문자 16진수 SHA-1 값이어야 합니다.

cli-demo-building = 데모용 마켓플레이스를 만드는 중입니다 …
cli-demo-ready = 데모가 실행 중입니다: { $address }
cli-demo-sign-in = 주소를 열고 어떤 사용자로 볼지 고르십시오. 고를 수 있는 사용자는 다음과 같습니다.
cli-demo-api = 프로그램은 토큰을 보냅니다: curl -H "Authorization: Bearer { $token }" { $address }/api/v1/topics (사람마다 같은 방식의 토큰이 있습니다)
cli-demo-cli = 여기서 바로 문의할 수도 있습니다: firstline ask --offer { $offer } --asker partner --topic technical.break-fix
cli-demo-other = { $file }에는 데모가 아닌 다른 내용이 들어 있습니다. --database로 다른 파일을 지정하십시오.
cli-demo-stop = 멈추려면 Ctrl-C를 누르십시오. 모든 내용은 { $file }에 남습니다.

cli-you = 나({ $part })
cli-open-always = 운영 중, 연중무휴 24시간
cli-open-until = 운영 중, { $time }까지
cli-closed-until = 운영 시간 아님, { $time }부터
cli-promise = 보장하는 곳: { $by }
cli-promise-target = 심각도 { $severity }: { $within } 안에 첫 응답
cli-promise-otherwise = 장애가 아닌 문의: { $days }영업일 안에 첫 응답
cli-why = 근거({ $edition } 판)
cli-missing = 빠진 것
cli-missing-from = { $what } — 채울 곳: { $who }
cli-lack-split = 이 주제에 대한 공급자와 재판매인의 합의
cli-lack-contact = 여기서 쓸 수 있는 게시자 연락처
cli-lack-contact-customer-support = 고객 지원 연락처
cli-lack-contact-programme = 프로그램 파트너용 연락처
cli-lack-desk = 지원 창구에 연락하는 방법
cli-lack-service-level = 서비스 수준을 정한 계약
cli-lack-technical-choice = 기술 문의를 어떻게 처리할지에 대한 선택
cli-lack-publisher-answer = 게시자를 대신해 응답할 사람
cli-lack-support-promise = 지원 보장(이 제품은 커뮤니티가 관리합니다)
cli-lack-purchase-date = 환불 여부를 결정하는 구매일
cli-lack-subscription = 어느 구독에 관한 문의인지, 그리고 그 구독을 누가 판매했는지
cli-lack-role = 게시자 연락처를 볼 수 있는 역할
cli-contact-customer-support = 고객 지원
cli-contact-programme = 프로그램 연락처
cli-contact-engineering = 엔지니어링
cli-who-supports-what = 파트너의 고객이 문의할 때 주제별 지원 담당
cli-found = { $count ->
    [0] 찾은 오퍼가 없습니다.
   *[other] 오퍼 { $count }개를 찾았습니다.
}

cli-policy-ok = { $name }: { $editions }개 판의 규칙 { $rules }개가 조합 { $combinations }개 모두에 정확히 한 번씩 답합니다.
cli-policy-access = 권한 { $grants }개: 모든 역할이 할 수 있는 일이 있고, 작업 { $acts }개마다 할 수 있는 역할이 있습니다.
cli-policy-grant-empty = { $grant }번 권한이 아무것도 허용하지 않습니다. 역할, 작업, 대상, 당사자, 관계 중 하나가 비어 있습니다.
cli-policy-grant-impossible = { $grant }번 권한이 “{ $object }”에 할 수 없는 “{ $act }” 작업을 허용합니다. 할 수 있는 작업: { $possible }.
cli-policy-powerless = { $edition } 판: { $name } 역할(“{ $role }”)에 허용된 것이 없습니다.
cli-policy-nobody = { $edition } 판: “{ $object }”에 “{ $act }” 작업을 할 수 있는 역할이 없습니다.
cli-kind-unknown = “{ $value }”은(는) 이 프로그램의 제품 종류가 아닙니다. 사용할 수 있는 종류: { $known }
cli-explain-responsible = 담당: { $who }
cli-explain-open = 공급자와 재판매인이 이 주제에 대해 아직 합의하지 않았습니다.
cli-explain-rule = { $edition } 판의 규칙 { $rule }: { $steps }

cli-import-more = 문제가 { $count }개 더 있습니다. 모두 파일로 남기려면 --problems FILE 옵션을 쓰십시오.
cli-import-more-in = 나머지 문제 { $count }개는 { $file }에 있습니다.

cli-set-up = 이 허브에는 아직 관리자가 없습니다. 이 링크로 하루 안에 한 번 허브를 설정할 수 있습니다: { $link }
cli-user-inactive = 비활성
cli-user-none = 아직 아무도 없습니다.
cli-user-added = { $name }({ $person }) 님이 이제 { $organisation } 조직을 대신합니다. 역할: { $roles }
cli-user-account = { $email } 주소에는 계정이 있으며 그 계정으로 로그인합니다.
cli-user-link = 새 비밀번호는 한 시간 안에 한 번, 여기서 정합니다: { $link }
cli-user-signed-out = { $name } 님의 세션 { $count }개를 끝냈습니다.
cli-user-roles = { $organisation } 조직에서 { $name } 님의 역할: { $roles }

# 기록
audit-fault-altered = { $line }번 줄이 변경되었습니다.
audit-fault-reworded = { $line }번 줄: 함께 있는 이름이나 주소가 처음 쓰인 것이 아닙니다.
audit-fault-missing = { $line }번 줄이 없습니다.
audit-fault-unchained = { $line }번 줄이 앞줄에 이어지지 않습니다. 둘 중 하나는 나중에 넣은 것입니다.
audit-fault-cut = 기록이 잘렸습니다. { $line }번 줄이 기록의 끝 정보와 맞지 않습니다.
audit-fault-beheaded = 기록이 { $line }번 줄 다음부터 시작하지만, 앞줄을 보관 기간이 지나 삭제했다는 줄이 없습니다.
audit-fault-headless = 기록에 줄은 있지만 끝 정보가 없습니다. 끝 정보가 삭제되었습니다.
audit-fault-rewritten = 적어 둔 해시를 가진 줄이 없습니다. 기록이 새로 쓰였거나 잘렸거나, 그 줄이 보관 기간이 지나 삭제되었습니다.
cli-audit-none = 아직 기록이 없습니다.
cli-audit-sound = { $organisation }: 줄 { $lines }개, 쓰인 그대로입니다. 끝:
cli-audit-sound-from = { $organisation }: { $first }번 줄부터 { $lines }개, 쓰인 그대로입니다. 앞줄은 보관 기간이 지나 삭제되었습니다. 끝:
cli-swept = 삭제: 기록 줄 { $lines }개, 결정 { $decisions }개, 청구 내역 { $invoices }개, 정정 { $corrections }개.
cli-sweep-refused = 기록 { $logs }개는 쓰인 그대로가 아니므로 오래된 줄을 남겨 두었습니다. firstline audit verify로 확인하십시오.
cli-user-erase = { $name } ({ $person }) 님의 이름, 이메일 주소, 모든 로그인 수단, 모든 조직의 소속을 완전히 지웁니다. 한 일은 “이전 구성원”이 한 것으로 남습니다. 실행하려면 --yes를 붙이십시오.
cli-user-erased = { $name } ({ $person }) 님을 지웠습니다. 한 일은 “이전 구성원”이 한 것으로 남습니다.
