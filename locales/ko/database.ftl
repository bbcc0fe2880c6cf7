# 소유자와 인증서가 있는 데이터베이스: PostgreSQL.

database-certificate-unreadable = { $place }을(를) PEM으로 읽을 수 없습니다
database-certificate-unreadable-help = 주소의 sslcert는 서버에 보일 인증서와 이를 보증하는 인증서를, sslkey는 그 키를 가리킵니다. 두 경로를 확인하고, 시스템을 실행하는 사용자가 읽을 수 있게 하십시오.
database-certificate-unfit = { $place }과(와) { $key }을(를) 함께 쓸 수 없습니다
database-certificate-unfit-help = 주소의 sslkey에 이 인증서를 만들 때 쓴 키를 지정하십시오. 방금 둘을 갱신했다면 다시 시작하십시오.
database-migrations-waiting = 데이터베이스에 { $migration }부터 적용할 단계가 남아 있으나 { $user }은(는) 적용할 수 없습니다
database-migrations-waiting-help = 테이블을 소유한 사용자의 주소로 “firstline migrate --serving-role { $user }”을(를) 실행한 뒤 다시 시작하십시오.
database-right-missing = { $user }에게 { $table } 테이블에 대한 권한이 부족합니다
database-right-missing-help = 테이블을 소유한 사용자의 주소로 “firstline migrate --serving-role { $user }”을(를) 실행한 뒤 다시 시작하십시오.
database-role-none = 파일에는 역할이 없습니다. --serving-role은 PostgreSQL용입니다. 파일에 쓸 수 있는 사람은 무엇이든 할 수 있습니다.
database-role-not-owner = 이 테이블에 대한 권한은 테이블을 소유한 사용자만 { $role }에 줄 수 있습니다. 주소에 그 사용자를 지정하십시오.
database-role-unknown = 서버에 { $role } 역할이 없습니다. 다음으로 만드십시오: create role { $role } login
database-role-owner = { $role }은(는) 테이블을 소유하거나 서버를 관리하므로 이미 이 테이블에 무엇이든 할 수 있습니다. 서비스 전용 역할을 지정하십시오.
cli-migrated = { $place }은(는) 최신 상태입니다. 마지막 단계: { $migration }
cli-serving-role = 이제 { $role }은(는) 허브에 필요한 만큼만 행을 읽고 쓸 수 있으며 그 밖의 일은 할 수 없습니다. 이 역할의 주소로 허브를 시작하십시오.
cli-database-password = 허브가 데이터베이스에 암호로 로그인하고 있으며, 이 암호는 누군가 바꾸기 전까지 그대로입니다. 계속 쓰려면 인증서를 보이게 하거나(주소의 sslcert와 sslkey) 컴퓨터 자체의 소켓으로 로그인하게 하십시오.
