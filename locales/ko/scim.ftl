### 이곳의 사람을 관리하는 디렉터리에 알리는 내용(SCIM).

scim-bearer = 사람을 관리할 수 있는 역할을 가진 이 허브의 토큰 또는 OAuth 클라이언트가 받은 토큰입니다.
error-scim-long = { $value }자 이하로 적으세요.
error-scim-many = 주소는 { $value }개까지 줄 수 있습니다.
error-scim-user-name = 사용자 이름을 지정하세요.
error-scim-elsewhere = 다른 조직의 사람이 이 주소를 씁니다. 초대하세요. 수락하면 여기서 찾을 수 있습니다.
error-scim-filter = 필터를 여기서부터 읽을 수 없습니다: { $value }
error-scim-path = “{ $value }” 속성이 없습니다.
error-scim-no-target = “{ $value }”에 맞는 값이 없습니다.
error-scim-value = “{ $value }” 값을 받을 수 없습니다.
error-scim-read-only = “{ $value }”은(는) 허브만 정합니다.
