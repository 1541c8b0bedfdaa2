<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>About</name>
    <message>
        <source>Parts</source>
        <translation>Các thành phần</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>PID Station is used under the Apache License 2.0, Qt under the LGPL 3.0.</source>
        <translation>PID Station dùng theo Apache License 2.0, Qt theo LGPL 3.0.</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>Sign in again</source>
        <translation>Đăng nhập lại</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Chưa ai đăng nhập</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Đã đăng nhập: %1</translation>
    </message>
    <message>
        <source>Data centre: %1
Client ID: %2</source>
        <translation>Trung tâm dữ liệu: %1
Client ID: %2</translation>
    </message>
    <message>
        <source>Secrets are kept in this computer&apos;s keyring.</source>
        <translation>Khóa bí mật được giữ trong kho khóa của máy tính này.</translation>
    </message>
    <message>
        <source>This computer has no keyring: secrets are kept in memory only and have to be typed again after a restart.</source>
        <translation>Máy tính này không có kho khóa: khóa bí mật chỉ ở trong bộ nhớ và phải nhập lại sau khi khởi động lại.</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Save list …</source>
        <translation>Lưu danh sách …</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Chi tiết …</translation>
    </message>
    <message>
        <source>%n row selected</source>
        <translation>Đã chọn %n dòng</translation>
    </message>
    <message>
        <source>%n rows selected</source>
        <translation>Đã chọn %n dòng</translation>
    </message>
    <message>
        <source>Select rows to act on them</source>
        <translation>Chọn dòng cần xử lý</translation>
    </message>
    <message>
        <source>Done: %1 of %2</source>
        <translation>Đã xong: %1 / %2</translation>
    </message>
    <message>
        <source>Found by scanning: %1. A number above shows the other rows again.</source>
        <translation>Tìm thấy khi quét: %1. Bấm một con số ở trên để hiện lại các dòng khác.</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>The right SN</source>
        <translation>SN đúng</translation>
    </message>
</context>
<context>
    <name>Apply</name>
    <message>
        <source>Choose the PID that was burned in.</source>
        <translation>Chọn PID đã nạp lúc sản xuất.</translation>
    </message>
    <message>
        <source>This product&apos;s PID cannot be replaced.</source>
        <translation>Không thể thay PID của sản phẩm này.</translation>
    </message>
    <message>
        <source>Type or paste the customer&apos;s PID.</source>
        <translation>Gõ hoặc dán PID của khách hàng.</translation>
    </message>
    <message>
        <source>A PID has letters and digits only.</source>
        <translation>PID chỉ gồm chữ cái và chữ số.</translation>
    </message>
    <message>
        <source>It is the original PID: nothing would change.</source>
        <translation>Trùng với PID gốc: sẽ không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Not one of this account&apos;s products: the platform checks it when you send. Read it twice.</source>
        <translation>Không phải sản phẩm của tài khoản này: nền tảng sẽ kiểm tra khi gửi. Hãy đọc lại hai lần.</translation>
    </message>
    <message>
        <source>A PID usually has 16 characters. Read it twice.</source>
        <translation>PID thường có 16 ký tự. Hãy đọc lại hai lần.</translation>
    </message>
    <message>
        <source>That product speaks another protocol: the units may not fit it.</source>
        <translation>Sản phẩm đó dùng giao thức khác: có thể không phù hợp.</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1.</source>
        <translation>Số nguyên từ 1 đến %1.</translation>
    </message>
    <message>
        <source>Say what it is for; auditors read it. Up to %1 characters.</source>
        <translation>Nêu mục đích; người duyệt sẽ đọc. Tối đa %1 ký tự.</translation>
    </message>
    <message>
        <source>Sent %1, and no answer came: it may have arrived. Sending it again is safe, nothing is applied for twice.</source>
        <translation>Đã gửi %1 và chưa có trả lời: có thể đã đến nơi. Gửi lại vẫn an toàn, không bị đăng ký hai lần.</translation>
    </message>
    <message>
        <source>The platform does not answer now. The draft stays here until you send it.</source>
        <translation>Nền tảng hiện không trả lời. Bản nháp ở lại đây đến khi bạn gửi.</translation>
    </message>
    <message>
        <source>Kept as a draft, %1.</source>
        <translation>Đã lưu bản nháp, %1.</translation>
    </message>
    <message>
        <source>After the audit is approved the certificate can be used.</source>
        <translation>Sau khi được duyệt, có thể dùng chứng nhận.</translation>
    </message>
    <message>
        <source>Applied: certificate %1</source>
        <translation>Đã đăng ký: chứng nhận %1</translation>
    </message>
    <message>
        <source>The auditors decide. The station says so here when they have.</source>
        <translation>Người duyệt sẽ quyết định. Khi có kết quả, trạm báo tại đây.</translation>
    </message>
    <message>
        <source>Drop the application?</source>
        <translation>Bỏ đơn đăng ký này?</translation>
    </message>
    <message>
        <source>It may have arrived. Press Refresh afterwards: if it did, it stands in the list as pending.</source>
        <translation>Có thể đơn đã đến nơi. Sau đó bấm Làm mới: nếu đã đến, đơn nằm trong danh sách chờ duyệt.</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>The platform refuses: %1</source>
        <translation>Nền tảng từ chối: %1</translation>
    </message>
</context>
<context>
    <name>ApplyDialog</name>
    <message>
        <source>Apply for certificate</source>
        <translation>Đăng ký chứng nhận</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Gửi đơn</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>PID gốc</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>PID mới</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>BalanceStep</name>
    <message>
        <source>Ask again</source>
        <translation>Hỏi lại</translation>
    </message>
    <message>
        <source>Go on all the same …</source>
        <translation>Vẫn tiếp tục …</translation>
    </message>
</context>
<context>
    <name>CertificateTableModel</name>
    <message>
        <source>Original PID</source>
        <translation>PID gốc</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>PID mới</translation>
    </message>
    <message>
        <source>Replaced quantity/Total</source>
        <translation>Số đã thay/Tổng số</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>Số chứng nhận</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người đăng ký</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Thao tác</translation>
    </message>
    <message>
        <source>Perform replacement</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, đang dùng</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Products and certificates</source>
        <translation>Sản phẩm và chứng nhận</translation>
    </message>
    <message>
        <source>Replaceable products</source>
        <translation>Sản phẩm thay được</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Làm mới</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Chi tiết …</translation>
    </message>
    <message>
        <source>Job card …</source>
        <translation>Phiếu công việc …</translation>
    </message>
    <message>
        <source>Apply for certificate …</source>
        <translation>Đăng ký chứng nhận …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Go on applying (draft) …</source>
        <translation>Đăng ký tiếp (bản nháp) …</translation>
    </message>
    <message>
        <source>Asking the platform …</source>
        <translation>Đang hỏi nền tảng …</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>Chưa có dữ liệu</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Dữ liệu lúc: %1</translation>
    </message>
</context>
<context>
    <name>CertificatesTab</name>
    <message>
        <source>Certificates</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>Search number, PID or applicant</source>
        <translation>Tìm số, PID, người đăng ký</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>%n certificate</source>
        <translation>%n chứng nhận</translation>
    </message>
    <message>
        <source>%n certificates</source>
        <translation>%n chứng nhận</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người đăng ký</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Audit remark</source>
        <translation>Ghi chú duyệt</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>Ngày duyệt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Reserved elsewhere</source>
        <translation>Trạm khác giữ chỗ</translation>
    </message>
</context>
<context>
    <name>ControlPanel</name>
    <message>
        <source>PID Station demo: the world outside</source>
        <translation>PID Station bản thử: thế giới bên ngoài</translation>
    </message>
    <message>
        <source>Sign in, choose {}, then scan:</source>
        <translation>Đăng nhập, chọn {}, rồi quét:</translation>
    </message>
    <message>
        <source>Scan the next unit</source>
        <translation>Quét sản phẩm tiếp theo</translation>
    </message>
    <message>
        <source>Scan the same unit again</source>
        <translation>Quét lại sản phẩm đó</translation>
    </message>
    <message>
        <source>Scan a unit the platform refuses</source>
        <translation>Quét một sản phẩm bị nền tảng từ chối</translation>
    </message>
    <message>
        <source>Scan a MAC address label</source>
        <translation>Quét nhãn địa chỉ MAC</translation>
    </message>
    <message>
        <source>Approve what was applied for</source>
        <translation>Duyệt chứng nhận vừa xin</translation>
    </message>
    <message>
        <source>Pull the scanner&apos;s plug</source>
        <translation>Rút máy quét</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>Ngắt mạng</translation>
    </message>
    <message>
        <source>Put the plug back</source>
        <translation>Cắm lại máy quét</translation>
    </message>
    <message>
        <source>Bring the network back</source>
        <translation>Nối lại mạng</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>%1: %2 is %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1 units wait to be sent, and the setting offline_units allows no more</source>
        <translation>%1 sản phẩm chờ gửi, cài đặt offline_units không cho phép thêm</translation>
    </message>
    <message>
        <source>the oldest of %1 waiting units is older than %2 h (offline_hours)</source>
        <translation>sản phẩm cũ nhất trong %1 đang chờ đã quá %2 giờ (offline_hours)</translation>
    </message>
    <message>
        <source>%1: %2; it goes on when the platform has answered</source>
        <translation>%1: %2; sẽ tiếp tục khi nền tảng trả lời</translation>
    </message>
    <message>
        <source>all %1 units of %2 are used, waiting or reserved</source>
        <translation>cả %1 sản phẩm của %2 đã dùng, đang chờ hoặc được giữ chỗ</translation>
    </message>
    <message>
        <source>this station&apos;s own share of %1 is used up; it gets more when the platform answers</source>
        <translation>phần của trạm này trong %1 đã hết; sẽ được cấp thêm khi nền tảng trả lời</translation>
    </message>
    <message>
        <source>no_certificate: no certificate is chosen</source>
        <translation>no_certificate: chưa chọn chứng nhận</translation>
    </message>
    <message>
        <source>%1 cannot be made or used (%2). Choose another folder with --data-dir.</source>
        <translation>Không tạo hoặc dùng được %1 (%2). Hãy chọn thư mục khác bằng --data-dir.</translation>
    </message>
    <message>
        <source>There is no scan to undo.</source>
        <translation>Không có lần quét nào để hoàn tác.</translation>
    </message>
    <message>
        <source>The last scan, %1, is undone already.</source>
        <translation>Lần quét cuối, %1, đã được hoàn tác rồi.</translation>
    </message>
    <message>
        <source>%1 has been sent or handed over; it cannot be taken back here. Call the supervisor.</source>
        <translation>%1 đã gửi hoặc đã bàn giao; không lấy lại được ở đây. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Không có gì để hoàn tác</translation>
    </message>
    <message>
        <source>Too late to undo</source>
        <translation>Quá muộn để hoàn tác</translation>
    </message>
    <message>
        <source>a token is no plain text</source>
        <translation>token không phải văn bản thường</translation>
    </message>
    <message>
        <source>The sign-in has expired and no password is stored.</source>
        <translation>Phiên đăng nhập đã hết hạn và không lưu mật khẩu.</translation>
    </message>
    <message>
        <source>The platform answered: %1 (code %2). Check account and password.</source>
        <translation>Nền tảng trả lời: %1 (mã %2). Hãy kiểm tra tài khoản và mật khẩu.</translation>
    </message>
    <message>
        <source>The platform refuses a fresh token (code %1).</source>
        <translation>Nền tảng từ chối token mới (mã %1).</translation>
    </message>
    <message>
        <source>Its token answer lacks or garbles a field. Check the endpoint address.</source>
        <translation>Câu trả lời token thiếu hoặc hỏng một trường. Hãy kiểm tra địa chỉ kết nối.</translation>
    </message>
    <message>
        <source>What it names has ended by the platform&apos;s clock. It is put together anew.</source>
        <translation>Theo giờ nền tảng, nội dung này đã hết hạn. Yêu cầu sẽ được lập lại.</translation>
    </message>
    <message>
        <source>the answer has no %1</source>
        <translation>câu trả lời không có %1</translation>
    </message>
    <message>
        <source>The answer cannot be understood: %1. The station tries again.</source>
        <translation>Không hiểu câu trả lời: %1. Trạm sẽ thử lại.</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>số %1</translation>
    </message>
    <message>
        <source>a lease has no proper lease_id or expires_at</source>
        <translation>phần được cấp thiếu lease_id hoặc expires_at hợp lệ</translation>
    </message>
    <message>
        <source>a lease lacks or garbles %1</source>
        <translation>phần được cấp thiếu hoặc hỏng %1</translation>
    </message>
    <message>
        <source>a certificate lacks or garbles %1</source>
        <translation>chứng nhận thiếu hoặc hỏng %1</translation>
    </message>
    <message>
        <source>the client secret is wrong</source>
        <translation>client secret sai</translation>
    </message>
    <message>
        <source>the grant type is not known to this endpoint</source>
        <translation>điểm kết nối không biết kiểu cấp quyền này</translation>
    </message>
    <message>
        <source>the signature does not match: check the client secret</source>
        <translation>chữ ký không khớp: hãy kiểm tra client secret</translation>
    </message>
    <message>
        <source>the client id is not known at this endpoint: check the client id and the data centre</source>
        <translation>điểm kết nối không biết client id này: hãy kiểm tra client id và trung tâm dữ liệu</translation>
    </message>
    <message>
        <source>the endpoint does not take JSON</source>
        <translation>điểm kết nối không nhận JSON</translation>
    </message>
    <message>
        <source>the endpoint does not take this key</source>
        <translation>điểm kết nối không nhận khóa này</translation>
    </message>
    <message>
        <source>the endpoint does not allow this access</source>
        <translation>điểm kết nối không cho phép truy cập này</translation>
    </message>
    <message>
        <source>a header is missing: something between here and the platform removes headers</source>
        <translation>thiếu tiêu đề: thiết bị giữa đây và nền tảng đã xóa tiêu đề</translation>
    </message>
    <message>
        <source>the project or the account has no permission for this: authorise it on the platform</source>
        <translation>dự án hoặc tài khoản không có quyền: hãy cấp quyền trên nền tảng</translation>
    </message>
    <message>
        <source>the authorisation code is not valid</source>
        <translation>mã ủy quyền không hợp lệ</translation>
    </message>
    <message>
        <source>the endpoint does not know this address: check the data centre and the path prefix</source>
        <translation>điểm kết nối không biết địa chỉ này: hãy kiểm tra trung tâm dữ liệu và tiền tố đường dẫn</translation>
    </message>
    <message>
        <source>this computer&apos;s address is not on the platform&apos;s allow-list</source>
        <translation>địa chỉ máy tính này không có trong danh sách cho phép của nền tảng</translation>
    </message>
    <message>
        <source>the account is not linked to this project, or it belongs to another data centre</source>
        <translation>tài khoản chưa liên kết với dự án này, hoặc thuộc trung tâm dữ liệu khác</translation>
    </message>
    <message>
        <source>the cloud development plan has expired</source>
        <translation>gói phát triển đám mây đã hết hạn</translation>
    </message>
    <message>
        <source>the project has not subscribed to this API</source>
        <translation>dự án chưa đăng ký API này</translation>
    </message>
    <message>
        <source>the project is not authorised to call this API</source>
        <translation>dự án không được phép gọi API này</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (mã %2)</translation>
    </message>
    <message>
        <source>It answered: %1.</source>
        <translation>Trả lời: %1.</translation>
    </message>
    <message>
        <source>It was %1 (HTTP %2). Check the network and the endpoint address; scanning goes on.</source>
        <translation>Nhận được %1 (HTTP %2). Hãy kiểm tra mạng và địa chỉ kết nối; việc quét vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>It asks to slow down (%1).</source>
        <translation>Nền tảng yêu cầu gửi chậm lại (%1).</translation>
    </message>
    <message>
        <source>It answered: %1. The station tries again by itself.</source>
        <translation>Trả lời: %1. Trạm sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The platform answered: %1. Check the account and the password.</source>
        <translation>Nền tảng trả lời: %1. Hãy kiểm tra tài khoản và mật khẩu.</translation>
    </message>
    <message>
        <source>It answered: %1. That means: %2. Nothing is lost.</source>
        <translation>Trả lời: %1. Nghĩa là: %2. Không mất dữ liệu.</translation>
    </message>
    <message>
        <source>It answered with HTTP %1. The station tries again by itself.</source>
        <translation>Nền tảng trả lời HTTP %1. Trạm sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>a web page, as a log-in page of a guest network would be</source>
        <translation>một trang web, như trang đăng nhập của mạng khách</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>câu trả lời trống</translation>
    </message>
    <message>
        <source>an answer that is cut off or not in the platform&apos;s form</source>
        <translation>câu trả lời bị cắt hoặc không đúng dạng của nền tảng</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>không nêu lý do</translation>
    </message>
    <message>
        <source>%1 is not an address. It looks like https://openapi.tuyaeu.com</source>
        <translation>%1 không phải địa chỉ. Địa chỉ có dạng https://openapi.tuyaeu.com</translation>
    </message>
    <message>
        <source>No connection to %1: %2. Check network and address; scanning goes on.</source>
        <translation>Không kết nối được %1: %2. Hãy kiểm tra mạng và địa chỉ; việc quét vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>An address with a user name or a password in it is not taken. Leave them out.</source>
        <translation>Không nhận địa chỉ có tên người dùng hoặc mật khẩu. Hãy bỏ chúng ra.</translation>
    </message>
    <message>
        <source>%1 is not encrypted. Plain http is only allowed to this machine; use https.</source>
        <translation>%1 không được mã hóa. Chỉ được dùng http tới chính máy này; hãy dùng https.</translation>
    </message>
    <message>
        <source>The file %1 of the setting ca_bundle does not hold certificates (%2). Correct the setting.</source>
        <translation>Tệp %1 của cài đặt ca_bundle không chứa chứng chỉ (%2). Hãy sửa cài đặt.</translation>
    </message>
    <message>
        <source>It sent more than %1 bytes.</source>
        <translation>Đã gửi hơn %1 byte.</translation>
    </message>
    <message>
        <source>%1 did not prove who it is (%2). Check the date of this computer, and whether the factory&apos;s proxy has its own certificate authority (setting ca_bundle).</source>
        <translation>%1 không chứng minh được danh tính (%2). Hãy kiểm tra ngày của máy tính này, và proxy của nhà máy có dùng tổ chức cấp chứng chỉ riêng không (cài đặt ca_bundle).</translation>
    </message>
    <message>
        <source>The proxy refuses: %1. Check the proxy settings.</source>
        <translation>Proxy từ chối: %1. Hãy kiểm tra cài đặt proxy.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. The station tries again.</source>
        <translation>%1 không trả lời kịp. Trạm sẽ thử lại.</translation>
    </message>
    <message>
        <source>The exchange with %1 failed: %2. The station tries again.</source>
        <translation>Trao đổi với %1 thất bại: %2. Trạm sẽ thử lại.</translation>
    </message>
    <message>
        <source>The answer did not end in time. The station tries again.</source>
        <translation>Câu trả lời không kết thúc kịp. Trạm sẽ thử lại.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Có lỗi xảy ra</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>Không làm được như yêu cầu</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>Chứng nhận không rõ</translation>
    </message>
    <message>
        <source>The certificate is not approved</source>
        <translation>Chứng nhận chưa được duyệt</translation>
    </message>
    <message>
        <source>The file cannot be used here</source>
        <translation>Không dùng được tệp này ở đây</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Sai mã PIN</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>Sai mã PIN quá nhiều lần</translation>
    </message>
    <message>
        <source>This code commands nothing here</source>
        <translation>Mã này không có lệnh ở đây</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Tệp bị hỏng</translation>
    </message>
    <message>
        <source>Scans are waiting to be sent</source>
        <translation>Có lần quét đang chờ gửi</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Cần đăng nhập</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Đăng nhập bị từ chối</translation>
    </message>
    <message>
        <source>The platform refuses this station&apos;s settings</source>
        <translation>Nền tảng từ chối cài đặt của trạm này</translation>
    </message>
    <message>
        <source>The platform is not reachable</source>
        <translation>Không kết nối được nền tảng</translation>
    </message>
    <message>
        <source>The secure connection failed</source>
        <translation>Kết nối an toàn thất bại</translation>
    </message>
    <message>
        <source>The answer did not come from the platform</source>
        <translation>Câu trả lời không đến từ nền tảng</translation>
    </message>
    <message>
        <source>The platform is busy</source>
        <translation>Nền tảng bận</translation>
    </message>
    <message>
        <source>The request came too late</source>
        <translation>Yêu cầu đến quá muộn</translation>
    </message>
    <message>
        <source>The platform has gone back to an earlier state</source>
        <translation>Nền tảng đã quay về trạng thái cũ</translation>
    </message>
    <message>
        <source>The platform rejected the request</source>
        <translation>Nền tảng từ chối yêu cầu</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>Không ghi được cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Ổ đĩa đầy</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Cơ sở dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>The database belongs to a newer version</source>
        <translation>Cơ sở dữ liệu thuộc phiên bản mới hơn</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>Không dùng được thư mục dữ liệu</translation>
    </message>
    <message>
        <source>The scanner cannot be used</source>
        <translation>Không dùng được máy quét</translation>
    </message>
    <message>
        <source>The data folder is in use</source>
        <translation>Thư mục dữ liệu đang được dùng</translation>
    </message>
    <message>
        <source>The platform does not accept the stored sign-in any more.</source>
        <translation>Nền tảng không còn chấp nhận phiên đăng nhập đã lưu.</translation>
    </message>
    <message>
        <source>No certificate %1 is known for this account. Check the number, or list them with: pid-station certificates</source>
        <translation>Tài khoản này không có chứng nhận %1. Hãy kiểm tra số, hoặc liệt kê bằng: pid-station certificates</translation>
    </message>
    <message>
        <source>Certificate %1 is %2; only an approved certificate can be used. Choose another one, or wait for the audit.</source>
        <translation>Chứng nhận %1 ở trạng thái: %2; chỉ dùng được chứng nhận đã duyệt. Hãy chọn cái khác, hoặc chờ duyệt.</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>Lần thử cuối</translation>
    </message>
    <message>
        <source>%1 tries left</source>
        <translation>Còn %1 lần thử</translation>
    </message>
    <message>
        <source>%1. Forgotten? A supervisor can give a new PIN.</source>
        <translation>%1. Quên mã? Tổ trưởng có thể cấp mã PIN mới.</translation>
    </message>
    <message>
        <source>%1 can try again in %2 min. A badge still works.</source>
        <translation>%1 có thể thử lại sau %2 phút. Thẻ vẫn dùng được.</translation>
    </message>
    <message>
        <source>It belongs to another station, or was revoked. Print a new one on this station.</source>
        <translation>Mã thuộc trạm khác hoặc đã bị thu hồi. Hãy in mã mới tại trạm này.</translation>
    </message>
    <message>
        <source>1 scan is</source>
        <translation>1 lần quét</translation>
    </message>
    <message>
        <source>%1 scans are</source>
        <translation>%1 lần quét</translation>
    </message>
    <message>
        <source>%1 not settled yet. %2. Then sign out.</source>
        <translation>%1 chưa xong. %2. Sau đó đăng xuất.</translation>
    </message>
    <message>
        <source>%1 Sign in again; everything scanned is kept and will be sent then.</source>
        <translation>%1 Hãy đăng nhập lại; mọi thứ đã quét được giữ và sẽ gửi sau đó.</translation>
    </message>
    <message>
        <source>%1 %2 sent again</source>
        <translation>%1 %2 được gửi lại</translation>
    </message>
    <message>
        <source>no unit is missing</source>
        <translation>không thiếu sản phẩm nào</translation>
    </message>
    <message>
        <source>Certificate %1: %2, and its count begins anew. Tell whoever looks after the platform; scanning goes on.</source>
        <translation>Chứng nhận %1: %2, và số đếm bắt đầu lại. Hãy báo người phụ trách nền tảng; việc quét vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>%1 has schema %2, this program knows up to %3. Start the newer PID Station; nothing has been changed.</source>
        <translation>%1 có lược đồ %2, chương trình này chỉ biết đến %3. Hãy chạy PID Station mới hơn; chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>%1 is working on %2. Close it first, or use another folder with --data-dir. Reading commands (queue, report, verify, doctor, certificates --cached) work meanwhile.</source>
        <translation>%1 đang dùng %2. Hãy đóng nó trước, hoặc dùng thư mục khác bằng --data-dir. Các lệnh chỉ đọc (queue, report, verify, doctor, certificates --cached) vẫn chạy được.</translation>
    </message>
    <message>
        <source>Send first (pid-station sync) or hand over (pid-station export FILE)</source>
        <translation>Hãy gửi trước (pid-station sync) hoặc bàn giao (pid-station export FILE)</translation>
    </message>
    <message>
        <source>1 is</source>
        <translation>1 mục</translation>
    </message>
    <message>
        <source>%1 are</source>
        <translation>%1 mục</translation>
    </message>
    <message>
        <source>%1 parked: a supervisor decides (pid-station retry or pid-station void)</source>
        <translation>%1 đang gác lại: tổ trưởng quyết định (pid-station retry hoặc pid-station void)</translation>
    </message>
    <message>
        <source>unit is</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>units are</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>The window stood still</source>
        <translation>Cửa sổ đã bị đứng</translation>
    </message>
    <message>
        <source>The station does not get on</source>
        <translation>Trạm không chạy tiếp được</translation>
    </message>
    <message>
        <source>Something broke in the last run</source>
        <translation>Lần chạy trước có sự cố</translation>
    </message>
    <message>
        <source>It did not answer for %1 s. Nothing that was shown green is lost. Save a support bundle on the page Health and send it to whoever looks after this station.</source>
        <translation>Không trả lời trong %1 giây. Những gì đã hiện xanh không mất. Hãy lưu gói hỗ trợ ở trang Tình trạng và gửi cho người phụ trách trạm này.</translation>
    </message>
    <message>
        <source>The disk or the database does not answer: scans are not recorded. Stop the line and call the supervisor.</source>
        <translation>Ổ đĩa hoặc cơ sở dữ liệu không trả lời: lượt quét không được ghi. Hãy dừng chuyền và gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>It was at %1. Everything that was shown green is safe. Save a support bundle on the page Health and send it to whoever looks after this station.</source>
        <translation>Lúc %1. Mọi thứ đã hiện xanh đều an toàn. Hãy lưu gói hỗ trợ ở trang Tình trạng và gửi cho người phụ trách trạm này.</translation>
    </message>
    <message>
        <source>taken by station %1</source>
        <translation>trạm %1 đã nhận</translation>
    </message>
    <message>
        <source>a look ends in what it saw</source>
        <translation>chỉ xem, không thay đổi</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>here it is %1</source>
        <translation>ở đây là: %1</translation>
    </message>
    <message>
        <source>this station has %1 already, %2 under %3</source>
        <translation>trạm này đã có %1, %2, theo %3</translation>
    </message>
    <message>
        <source>this station does not understand the row</source>
        <translation>trạm này không hiểu dòng này</translation>
    </message>
    <message>
        <source>it belongs to another account</source>
        <translation>thuộc tài khoản khác</translation>
    </message>
    <message>
        <source>its item id stands for another unit here</source>
        <translation>mã mục của nó ở đây là của sản phẩm khác</translation>
    </message>
    <message>
        <source>None of its rows left this station by that file. Import it at the station that wrote the queue file.</source>
        <translation>Không dòng nào rời trạm này bằng tệp đó. Hãy nhập ở trạm đã ghi tệp hàng đợi.</translation>
    </message>
    <message>
        <source>station %1 refused it: %2</source>
        <translation>trạm %1 từ chối: %2</translation>
    </message>
    <message>
        <source>The receipt is for another station</source>
        <translation>Biên nhận dành cho trạm khác</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Chưa ai đăng nhập.</translation>
    </message>
    <message>
        <source>Its rows belong to %1; here %2 is signed in. Rows are sent only by the account that scanned them: sign in as that account, then import again.</source>
        <translation>Các dòng thuộc %1; ở đây đăng nhập là %2. Chỉ tài khoản đã quét mới gửi được: hãy đăng nhập tài khoản đó rồi nhập lại.</translation>
    </message>
    <message>
        <source>The file belongs to another account</source>
        <translation>Tệp thuộc tài khoản khác</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was handed over. Name another file.</source>
        <translation>Không ghi được %1 (%2). Chưa bàn giao gì. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>in the queue file %1</source>
        <translation>trong tệp hàng đợi %1</translation>
    </message>
    <message>
        <source>%1 is there already and is not overwritten. Name a new file.</source>
        <translation>%1 đã có và không bị ghi đè. Hãy đặt tên tệp mới.</translation>
    </message>
    <message>
        <source>The queue file cannot be written</source>
        <translation>Không ghi được tệp hàng đợi</translation>
    </message>
    <message>
        <source>The file exists</source>
        <translation>Tệp đã có</translation>
    </message>
    <message>
        <source>no such folder: %1</source>
        <translation>không có thư mục này: %1</translation>
    </message>
    <message>
        <source>bounce: read twice, counted once</source>
        <translation>bounce: đọc hai lần, tính một lần</translation>
    </message>
    <message>
        <source>Free some space and scan the unit again; what is left is needed to send the rest.</source>
        <translation>Hãy giải phóng ổ đĩa rồi quét lại; chỗ còn lại dành để gửi phần đang chờ.</translation>
    </message>
    <message>
        <source>%1 is not possible in state %2</source>
        <translation>không thể %1 ở trạng thái %2</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (tiến trình %2)</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Free some space or give this user write access, or choose another folder with --data-dir.</source>
        <translation>Không ghi được %1 (%2). Hãy giải phóng ổ đĩa, cấp quyền ghi, hoặc chọn thư mục khác bằng --data-dir.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Một chương trình khác</translation>
    </message>
    <message>
        <source>It has more than %1 MB: no scanner&apos;s memory. Nothing was taken. Name another.</source>
        <translation>Tệp lớn hơn %1 MB: không phải bộ nhớ máy quét. Chưa nhận gì. Hãy chọn tệp khác.</translation>
    </message>
    <message>
        <source>It holds bytes that no text has. Nothing was taken. Save the scanner&apos;s memory as text or CSV, then import that file.</source>
        <translation>Tệp có byte không phải văn bản. Chưa nhận gì. Hãy lưu bộ nhớ máy quét dạng văn bản hoặc CSV rồi nhập.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Tệp quá lớn</translation>
    </message>
    <message>
        <source>This is not a text file</source>
        <translation>Đây không phải tệp văn bản</translation>
    </message>
    <message>
        <source>duplicate: scanned before by %1 under %2</source>
        <translation>duplicate: %1 đã quét trước đó theo %2</translation>
    </message>
    <message>
        <source>That person does not work here any more. Choose somebody else.</source>
        <translation>Người này không còn làm ở đây. Hãy chọn người khác.</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits.</source>
        <translation>Mã PIN có %1 đến %2 chữ số.</translation>
    </message>
    <message>
        <source>A name has 1 to %1 readable characters.</source>
        <translation>Tên có 1 đến %1 ký tự đọc được.</translation>
    </message>
    <message>
        <source>Give the supervisor a PIN.</source>
        <translation>Hãy đặt mã PIN cho tổ trưởng.</translation>
    </message>
    <message>
        <source>Scan a badge, or choose the name and type the PIN.</source>
        <translation>Quét thẻ, hoặc chọn tên và nhập mã PIN.</translation>
    </message>
    <message>
        <source>A supervisor has to answer for this.</source>
        <translation>Việc này cần tổ trưởng chịu trách nhiệm.</translation>
    </message>
    <message>
        <source>Scan the badge instead, or ask a supervisor for a PIN.</source>
        <translation>Hãy quét thẻ, hoặc xin tổ trưởng mã PIN.</translation>
    </message>
    <message>
        <source>This cannot be a PIN</source>
        <translation>Mã PIN không hợp lệ</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Không có tên</translation>
    </message>
    <message>
        <source>A supervisor needs a PIN</source>
        <translation>Tổ trưởng cần mã PIN</translation>
    </message>
    <message>
        <source>%1 is here already. Choose another name.</source>
        <translation>%1 đã có ở đây. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Add another supervisor first.</source>
        <translation>Hãy thêm tổ trưởng khác trước.</translation>
    </message>
    <message>
        <source>This is not a badge</source>
        <translation>Đây không phải thẻ</translation>
    </message>
    <message>
        <source>%1 is not a supervisor</source>
        <translation>%1 không phải tổ trưởng</translation>
    </message>
    <message>
        <source>There is no PIN</source>
        <translation>Không có mã PIN</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>Tên đã được dùng</translation>
    </message>
    <message>
        <source>%1 is the only supervisor</source>
        <translation>%1 là tổ trưởng duy nhất</translation>
    </message>
    <message>
        <source>pid-station queue file</source>
        <translation>pid-station queue file</translation>
    </message>
    <message>
        <source>pid-station receipt</source>
        <translation>pid-station receipt</translation>
    </message>
    <message>
        <source>Its content does not fit its signature: it was changed on the way, or the client secret is another one than at the station that wrote it. Nothing was taken. Copy the file again, or let that station send the rows itself: import the file there, then pid-station sync.</source>
        <translation>Nội dung không khớp chữ ký: tệp đã bị đổi trên đường, hoặc client secret khác với trạm đã ghi. Chưa nhận gì. Hãy chép lại tệp, hoặc để trạm đó tự gửi: nhập tệp ở đó rồi chạy pid-station sync.</translation>
    </message>
    <message>
        <source>It is neither a queue file nor a receipt of PID Station. For a scanner&apos;s memory dump name the certificate: --certificate NO.</source>
        <translation>Không phải tệp hàng đợi hay biên nhận của PID Station. Với bộ nhớ máy quét hãy nêu chứng nhận: --certificate NO.</translation>
    </message>
    <message>
        <source>It has version %1, this program reads %2. Update PID Station here, then import it again.</source>
        <translation>Tệp có phiên bản %1, chương trình này đọc %2. Hãy cập nhật PID Station ở đây rồi nhập lại.</translation>
    </message>
    <message>
        <source>Its last line, the signature, is missing or garbled: nothing was taken. Copy the file again from the station that wrote it, or let that station write it anew: pid-station export FILE --again.</source>
        <translation>Dòng cuối, chữ ký, bị thiếu hoặc hỏng: chưa nhận gì. Hãy chép lại tệp từ trạm đã ghi, hoặc để trạm đó ghi lại: pid-station export FILE --again.</translation>
    </message>
    <message>
        <source>The file was changed</source>
        <translation>Tệp đã bị thay đổi</translation>
    </message>
    <message>
        <source>This is not a queue file</source>
        <translation>Đây không phải tệp hàng đợi</translation>
    </message>
    <message>
        <source>The file is from a newer version</source>
        <translation>Tệp từ phiên bản mới hơn</translation>
    </message>
    <message>
        <source>The file is cut off</source>
        <translation>Tệp bị cắt</translation>
    </message>
    <message>
        <source>certificate end</source>
        <translation>ngày hết hạn chứng nhận</translation>
    </message>
    <message>
        <source>own share</source>
        <translation>phần của trạm</translation>
    </message>
    <message>
        <source>%1, as the platform had it %2 ago</source>
        <translation>%1, theo nền tảng %2 trước</translation>
    </message>
    <message>
        <source>%1 units are reserved for this station, for %2</source>
        <translation>đã giữ %1 sản phẩm cho trạm này, trong %2</translation>
    </message>
    <message>
        <source>%1 may wait to be sent; %2 now</source>
        <translation>Được chờ gửi tối đa %1; hiện có %2</translation>
    </message>
    <message>
        <source>%1 MB free, enough for about %2 units</source>
        <translation>còn %1 MB, đủ cho khoảng %2 sản phẩm</translation>
    </message>
    <message>
        <source>not kept on this computer: after a restart scanning goes on, and sending needs a new sign-in</source>
        <translation>không lưu trên máy này: khởi động lại vẫn quét được, nhưng gửi cần đăng nhập lại</translation>
    </message>
    <message>
        <source>the newest is %1 old</source>
        <translation>bản mới nhất cách đây %1</translation>
    </message>
    <message>
        <source>none is seen; one in keyboard mode is not listed</source>
        <translation>không thấy máy nào; máy ở chế độ bàn phím không được liệt kê</translation>
    </message>
    <message>
        <source>Connect the station once: others may have used units since.</source>
        <translation>Hãy nối mạng một lần: trạm khác có thể đã dùng hạn mức.</translation>
    </message>
    <message>
        <source>it ends in %1</source>
        <translation>hết hạn sau %1</translation>
    </message>
    <message>
        <source>Send before it ends: what waits then is refused.</source>
        <translation>Hãy gửi trước khi hết hạn: sau đó những gì đang chờ sẽ bị từ chối.</translation>
    </message>
    <message>
        <source>the platform %1: room for %2 units, which other stations may use up as well</source>
        <translation>nền tảng %1: còn chỗ cho %2 sản phẩm, trạm khác cũng có thể dùng</translation>
    </message>
    <message>
        <source>Send first: little is left until scanning stops.</source>
        <translation>Hãy gửi trước: sắp đến lúc ngừng quét.</translation>
    </message>
    <message>
        <source>Do not restart, or have the password at hand.</source>
        <translation>Đừng khởi động lại, hoặc chuẩn bị sẵn mật khẩu.</translation>
    </message>
    <message>
        <source>how far this clock is from the platform&apos;s is not known</source>
        <translation>không biết đồng hồ máy này lệch nền tảng bao nhiêu</translation>
    </message>
    <message>
        <source>%1 s to the platform&apos;s</source>
        <translation>lệch %1 giây so với nền tảng</translation>
    </message>
    <message>
        <source>Open the window for a moment: it makes one.</source>
        <translation>Hãy mở cửa sổ một lát: máy sẽ tự sao lưu.</translation>
    </message>
    <message>
        <source>entry %1 %2</source>
        <translation>mục %1 %2</translation>
    </message>
    <message>
        <source>its last %1 entries are sound</source>
        <translation>%1 mục cuối đều tốt</translation>
    </message>
    <message>
        <source>Scan one label to try it.</source>
        <translation>Hãy quét thử một nhãn.</translation>
    </message>
    <message>
        <source>1 unit waits</source>
        <translation>1 sản phẩm đang chờ</translation>
    </message>
    <message>
        <source>%1 units wait</source>
        <translation>%1 sản phẩm đang chờ</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>none is chosen: nothing can be scanned</source>
        <translation>chưa chọn: không quét được</translation>
    </message>
    <message>
        <source>Choose a certificate.</source>
        <translation>Hãy chọn chứng nhận.</translation>
    </message>
    <message>
        <source>Choose another certificate.</source>
        <translation>Hãy chọn chứng nhận khác.</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>đã hết hạn</translation>
    </message>
    <message>
        <source>there is no certificate to hold a share of</source>
        <translation>không có chứng nhận để giữ phần</translation>
    </message>
    <message>
        <source>no unit more can be taken in offline</source>
        <translation>mất mạng không nhận thêm sản phẩm nào</translation>
    </message>
    <message>
        <source>Connect the station, or choose another certificate.</source>
        <translation>Hãy nối mạng, hoặc chọn chứng nhận khác.</translation>
    </message>
    <message>
        <source>has no shares</source>
        <translation>không chia phần</translation>
    </message>
    <message>
        <source>has reserved nothing for it</source>
        <translation>chưa giữ phần nào cho trạm</translation>
    </message>
    <message>
        <source>Let one station at a time work offline on this certificate.</source>
        <translation>Mỗi lúc chỉ để một trạm làm việc mất mạng với chứng nhận này.</translation>
    </message>
    <message>
        <source>Connect again before it lapses, or raise share_ttl_s.</source>
        <translation>Hãy nối mạng trước khi hết hạn, hoặc tăng share_ttl_s.</translation>
    </message>
    <message>
        <source>Connect for a moment to get more, or raise the setting share.</source>
        <translation>Hãy nối mạng một lát để nhận thêm, hoặc tăng cài đặt share.</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 sản phẩm</translation>
    </message>
    <message>
        <source>none is set; %1 now</source>
        <translation>chưa đặt; hiện có %1</translation>
    </message>
    <message>
        <source>Connect the station and send.</source>
        <translation>Hãy nối mạng và gửi.</translation>
    </message>
    <message>
        <source>Free some space on this disk.</source>
        <translation>Hãy giải phóng ổ đĩa này.</translation>
    </message>
    <message>
        <source>Free some space before the next shift.</source>
        <translation>Hãy giải phóng ổ đĩa trước ca sau.</translation>
    </message>
    <message>
        <source>Sign in while the network is there.</source>
        <translation>Hãy đăng nhập khi còn mạng.</translation>
    </message>
    <message>
        <source>kept by the operating system: a restart sends by itself</source>
        <translation>do hệ điều hành giữ: khởi động lại vẫn tự gửi</translation>
    </message>
    <message>
        <source>Connect the station once.</source>
        <translation>Hãy nối mạng một lần.</translation>
    </message>
    <message>
        <source>there is none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Leave the window open for a moment.</source>
        <translation>Hãy để cửa sổ mở một lát.</translation>
    </message>
    <message>
        <source>Stop, and call the supervisor: pid-station verify</source>
        <translation>Dừng lại, gọi tổ trưởng: pid-station verify</translation>
    </message>
    <message>
        <source>There is no sound copy beside %1. Keep the whole folder and call for support; with a copy from elsewhere: pid-station restore --from FILE</source>
        <translation>Không có bản sao tốt bên cạnh %1. Hãy giữ nguyên thư mục và gọi hỗ trợ; nếu có bản sao ở nơi khác: pid-station restore --from FILE</translation>
    </message>
    <message>
        <source>The database is sound: nothing has been changed.</source>
        <translation>Cơ sở dữ liệu tốt: chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>%1: %2. Check the disk, then restore again.</source>
        <translation>%1: %2. Hãy kiểm tra ổ đĩa rồi khôi phục lại.</translation>
    </message>
    <message>
        <source>%1 is not a sound copy of a station&apos;s database. Choose another one.</source>
        <translation>%1 không phải bản sao tốt của cơ sở dữ liệu trạm. Hãy chọn bản khác.</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>Không có gì để khôi phục</translation>
    </message>
    <message>
        <source>%1: %2 is the first unit of %3 and not confirmed yet</source>
        <translation>%1: %2 là sản phẩm đầu tiên của %3 và chưa được xác nhận</translation>
    </message>
    <message>
        <source>%1: %2 was the first unit of %3: %4 %5</source>
        <translation>%1: %2 là sản phẩm đầu tiên của %3: %4 %5</translation>
    </message>
    <message>
        <source>Look at the scan page: it says how the run stands.</source>
        <translation>Hãy xem trang quét: ở đó báo tình trạng lượt chạy.</translation>
    </message>
    <message>
        <source>Nothing to skip</source>
        <translation>Không có gì để bỏ qua</translation>
    </message>
    <message>
        <source>It does not follow this product&apos;s SN rule %1.</source>
        <translation>Không theo quy tắc SN %1 của sản phẩm này.</translation>
    </message>
    <message>
        <source>An SN has only letters, digits, - and _, not %1</source>
        <translation>SN chỉ có chữ, số, - và _, không có %1</translation>
    </message>
    <message>
        <source>The label is empty.</source>
        <translation>Nhãn trống.</translation>
    </message>
    <message>
        <source>It is a printed command or badge of a station, not a unit.</source>
        <translation>Đây là mã lệnh hoặc thẻ của trạm, không phải sản phẩm.</translation>
    </message>
    <message>
        <source>The SN rule of this product cannot be used: %1. Call the supervisor.</source>
        <translation>Không dùng được quy tắc SN của sản phẩm này: %1. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>a MAC address</source>
        <translation>địa chỉ MAC</translation>
    </message>
    <message>
        <source>an AuthKey (a secret; it is not kept)</source>
        <translation>AuthKey (bí mật; không lưu lại)</translation>
    </message>
    <message>
        <source>two codes joined</source>
        <translation>hai mã dính nhau</translation>
    </message>
    <message>
        <source>It holds control characters. Scan the SN label.</source>
        <translation>Có ký tự điều khiển. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>It holds letters that no SN has: wrong label, or a wrong keyboard layout.</source>
        <translation>Có chữ mà SN không có: sai nhãn hoặc sai kiểu bàn phím.</translation>
    </message>
    <message>
        <source>It is too short for an SN: %1 characters, at least 6.</source>
        <translation>Quá ngắn so với SN: %1 ký tự, ít nhất 6.</translation>
    </message>
    <message>
        <source>It is too long for an SN: %1 characters, at most 32.</source>
        <translation>Quá dài so với SN: %1 ký tự, nhiều nhất 32.</translation>
    </message>
    <message>
        <source>This product&apos;s SN rule %1 takes too long to check. Call the supervisor.</source>
        <translation>Quy tắc SN %1 của sản phẩm này kiểm tra quá lâu. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>It looks like %1. Scan the SN label.</source>
        <translation>Giống %1. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>%1 Nothing of it was taken. Correct the file, or take it away.</source>
        <translation>%1 Chưa dùng gì trong tệp. Hãy sửa tệp hoặc bỏ tệp đi.</translation>
    </message>
    <message>
        <source>%1 has more than %2 kB.</source>
        <translation>%1 lớn hơn %2 kB.</translation>
    </message>
    <message>
        <source>The file does not hold an object.</source>
        <translation>Tệp không chứa một đối tượng.</translation>
    </message>
    <message>
        <source>The file has %1; known are %2.</source>
        <translation>Tệp có %1; chỉ biết %2.</translation>
    </message>
    <message>
        <source>The key settings holds an object without station_name, which stands beside it.</source>
        <translation>Khóa settings là một đối tượng không có station_name; khóa đó đứng bên cạnh.</translation>
    </message>
    <message>
        <source>The key supervisors holds an object of names with hashed PINs, as a station writes it.</source>
        <translation>Khóa supervisors là đối tượng gồm tên và PIN đã băm, do trạm ghi ra.</translation>
    </message>
    <message>
        <source>The key %1 holds a text of up to %2 readable characters.</source>
        <translation>Khóa %1 là văn bản tối đa %2 ký tự đọc được.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>Không đọc được %1 (%2).</translation>
    </message>
    <message>
        <source>The file is no JSON (%1).</source>
        <translation>Tệp không phải JSON (%1).</translation>
    </message>
    <message>
        <source>%1 is not a client id. Copy it from the cloud project&apos;s overview.</source>
        <translation>%1 không phải client id. Hãy chép từ trang tổng quan của dự án đám mây.</translation>
    </message>
    <message>
        <source>Another account is signed in.</source>
        <translation>Tài khoản khác đang đăng nhập.</translation>
    </message>
    <message>
        <source>The client secret is not stored on this computer.</source>
        <translation>Client secret không được lưu trên máy này.</translation>
    </message>
    <message>
        <source>An operator&apos;s name has 1 to %1 readable characters.</source>
        <translation>Tên người vận hành có 1 đến %1 ký tự đọc được.</translation>
    </message>
    <message>
        <source>yes or no (true, false)</source>
        <translation>có hoặc không (true, false)</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>đối tượng văn bản</translation>
    </message>
    <message>
        <source>There is no setting %1. Known: %2.</source>
        <translation>Không có cài đặt %1. Đã biết: %2.</translation>
    </message>
    <message>
        <source>The setting %1 takes %2, not %3.</source>
        <translation>Cài đặt %1 nhận %2, không phải %3.</translation>
    </message>
    <message>
        <source>The setting %1 takes %2 to %3, not %4.</source>
        <translation>Cài đặt %1 nhận từ %2 đến %3, không phải %4.</translation>
    </message>
    <message>
        <source>%1 does not hold settings. Mend it, or move it away.</source>
        <translation>%1 không chứa cài đặt. Hãy sửa hoặc dời nó đi.</translation>
    </message>
    <message>
        <source>The rule for %1 in the setting %2 cannot be used: %3.</source>
        <translation>Không dùng được quy tắc cho %1 trong cài đặt %2: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Mend it, or move it away.</source>
        <translation>Không đọc được %1 (%2). Hãy sửa hoặc dời nó đi.</translation>
    </message>
    <message>
        <source>%1: %2 Correct it, or move the file away.</source>
        <translation>%1: %2 Hãy sửa, hoặc dời tệp đi.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>Không ghi được %1 (%2).</translation>
    </message>
    <message>
        <source>Nobody is signed in, so there is no shift to close.</source>
        <translation>Chưa ai đăng nhập nên không có ca nào để kết thúc.</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>dài hơn %1 ký tự</translation>
    </message>
    <message>
        <source>its repeat counts multiply to too much</source>
        <translation>số lần lặp nhân lên quá lớn</translation>
    </message>
    <message>
        <source>No backup of %1 could be made: %2. Check the disk.</source>
        <translation>Không sao lưu được %1: %2. Hãy kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>%1: %2 (%3). Check the disk, then try again.</source>
        <translation>%1: %2 (%3). Hãy kiểm tra ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no space left for %1. Free some space, then try again.</source>
        <translation>Không còn chỗ cho %1. Hãy giải phóng ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Stop scanning and call the supervisor, who types: pid-station restore</source>
        <translation>%1 bị hỏng (%2). Ngừng quét và gọi tổ trưởng, tổ trưởng gõ: pid-station restore</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing (%2). Give this user write access to the folder, or choose another with --data-dir.</source>
        <translation>Không mở được %1 để ghi (%2). Hãy cấp quyền ghi thư mục, hoặc chọn thư mục khác bằng --data-dir.</translation>
    </message>
    <message>
        <source>%1 is locked by another program (%2). Close it and try again.</source>
        <translation>%1 bị chương trình khác khóa (%2). Hãy đóng nó rồi thử lại.</translation>
    </message>
    <message>
        <source>%1: %2. Stop scanning and call the supervisor, who types: pid-station restore</source>
        <translation>%1: %2. Ngừng quét và gọi tổ trưởng, tổ trưởng gõ: pid-station restore</translation>
    </message>
    <message>
        <source>%1 is on a network drive (%2). Choose a folder on this computer&apos;s own disk.</source>
        <translation>%1 nằm trên ổ mạng (%2). Hãy chọn thư mục trên ổ đĩa của máy này.</translation>
    </message>
    <message>
        <source>There is no station database at %1. Sign in first: pid-station login</source>
        <translation>Không có cơ sở dữ liệu trạm tại %1. Hãy đăng nhập trước: pid-station login</translation>
    </message>
    <message>
        <source>%1: %2. Check the disk, then try again.</source>
        <translation>%1: %2. Hãy kiểm tra ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>không có mã</translation>
    </message>
    <message>
        <source>the answer was not taken in</source>
        <translation>câu trả lời chưa được ghi nhận</translation>
    </message>
    <message>
        <source>%1 under %2</source>
        <translation>%1 theo %2</translation>
    </message>
    <message>
        <source>%1; queued again as %2 by %3</source>
        <translation>%1; %3 xếp lại thành %2</translation>
    </message>
    <message>
        <source>set aside by %1</source>
        <translation>%1 để riêng</translation>
    </message>
    <message>
        <source>voided by %1</source>
        <translation>%1 đã vô hiệu hóa</translation>
    </message>
    <message>
        <source>it is %1, not parked</source>
        <translation>trạng thái là %1, không phải đang gác lại</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>trạng thái là %1</translation>
    </message>
    <message>
        <source>it has been sent; the platform&apos;s answer decides</source>
        <translation>đã gửi; câu trả lời của nền tảng quyết định</translation>
    </message>
    <message>
        <source>it stands in a queue file, another station may send it</source>
        <translation>đang ở trong tệp hàng đợi, trạm khác có thể gửi</translation>
    </message>
    <message>
        <source>Give a reason of 1 to %1 readable characters.</source>
        <translation>Hãy nêu lý do từ 1 đến %1 ký tự đọc được.</translation>
    </message>
    <message>
        <source>this account has no such row</source>
        <translation>tài khoản này không có dòng đó</translation>
    </message>
    <message>
        <source>This account has no row %1. Look at: pid-station queue</source>
        <translation>Tài khoản này không có dòng %1. Hãy xem: pid-station queue</translation>
    </message>
    <message>
        <source>%1 is %2; only a refused unit is queued again.</source>
        <translation>%1 là %2; chỉ sản phẩm bị từ chối mới được xếp lại.</translation>
    </message>
    <message>
        <source>%1 is what was typed the first time.</source>
        <translation>%1 chính là SN đã nhập lần đầu.</translation>
    </message>
    <message>
        <source>%1 has refused %2 for good (%3). Name another certificate.</source>
        <translation>%1 đã từ chối hẳn %2 (%3). Hãy chọn chứng nhận khác.</translation>
    </message>
    <message>
        <source>%1 was scanned, not typed. Scan the right label.</source>
        <translation>%1 được quét, không phải nhập tay. Hãy quét nhãn đúng.</translation>
    </message>
    <message>
        <source>Who does this?</source>
        <translation>Ai thực hiện?</translation>
    </message>
    <message>
        <source>Not refused</source>
        <translation>Không bị từ chối</translation>
    </message>
    <message>
        <source>Not an SN</source>
        <translation>Không phải SN</translation>
    </message>
    <message>
        <source>Nothing is corrected</source>
        <translation>Không sửa gì</translation>
    </message>
    <message>
        <source>The unit is in the queue already</source>
        <translation>Sản phẩm đã ở trong hàng đợi</translation>
    </message>
    <message>
        <source>The certificate has no room</source>
        <translation>Chứng nhận không còn chỗ</translation>
    </message>
    <message>
        <source>The same certificate would refuse it again</source>
        <translation>Chứng nhận đó sẽ lại từ chối</translation>
    </message>
    <message>
        <source>Nothing was mistyped</source>
        <translation>Không nhập sai gì</translation>
    </message>
    <message>
        <source>the answer said nothing about this item</source>
        <translation>câu trả lời không nói gì về mục này</translation>
    </message>
    <message>
        <source>the platform answered the batch without this item</source>
        <translation>nền tảng trả lời lô mà không có mục này</translation>
    </message>
    <message>
        <source>the platform does not say who replaced it: %1</source>
        <translation>nền tảng không nói ai đã thay: %1</translation>
    </message>
    <message>
        <source>who replaced it could not be asked: %1</source>
        <translation>không hỏi được ai đã thay: %1</translation>
    </message>
    <message>
        <source>the platform has gone back to an earlier state and does not know it any more</source>
        <translation>nền tảng đã quay về trạng thái cũ và không còn biết mục này</translation>
    </message>
    <message>
        <source>the certificate is not approved</source>
        <translation>chứng nhận chưa được duyệt</translation>
    </message>
    <message>
        <source>confirmed at the other station</source>
        <translation>đã xác nhận ở trạm kia</translation>
    </message>
    <message>
        <source>refused at the other station: %1</source>
        <translation>bị từ chối ở trạm kia: %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units</source>
        <translation>%1: %2 / %3 sản phẩm</translation>
    </message>
    <message>
        <source>already replaced by station %1 at %2 under certificate %3</source>
        <translation>trạm %1 đã thay lúc %2 theo chứng nhận %3</translation>
    </message>
    <message>
        <source>the answer says two different things of this item</source>
        <translation>câu trả lời nói hai điều khác nhau về mục này</translation>
    </message>
    <message>
        <source>the answer names SN %1 for this item</source>
        <translation>câu trả lời nêu SN %1 cho mục này</translation>
    </message>
    <message>
        <source>the answer says not ok and good at once</source>
        <translation>câu trả lời vừa nói lỗi vừa nói tốt</translation>
    </message>
    <message>
        <source>a code this station does not know</source>
        <translation>mã mà trạm này không biết</translation>
    </message>
    <message>
        <source>replaced by this station before; its answer had been lost</source>
        <translation>trạm này đã thay trước đó; câu trả lời bị mất</translation>
    </message>
    <message>
        <source>already replaced, and the platform does not say by which station</source>
        <translation>đã được thay, nền tảng không nói trạm nào</translation>
    </message>
    <message>
        <source>the answer says ok with the unknown code %1</source>
        <translation>câu trả lời là được với mã lạ %1</translation>
    </message>
    <message>
        <source>the answer names the new PID %1</source>
        <translation>câu trả lời nêu PID mới %1</translation>
    </message>
    <message>
        <source>the platform does not know this item yet</source>
        <translation>nền tảng chưa biết mục này</translation>
    </message>
    <message>
        <source>since the scan %1</source>
        <translation>kể từ lần quét: %1</translation>
    </message>
    <message>
        <source>no other station has replaced units since the scan: it was used before or is reserved</source>
        <translation>từ lần quét chưa trạm nào khác thay: đã dùng trước đó hoặc được giữ chỗ</translation>
    </message>
    <message>
        <source>station %1 replaced %2</source>
        <translation>trạm %1 đã thay %2</translation>
    </message>
    <message>
        <source>who used it could not be asked (%1)</source>
        <translation>không hỏi được ai đã dùng (%1)</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>chưa ai đăng nhập</translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation>Hãy điền phần còn thiếu.</translation>
    </message>
    <message>
        <source>Send it again, or drop it and look for it in the list.</source>
        <translation>Hãy gửi lại, hoặc bỏ rồi tìm trong danh sách.</translation>
    </message>
    <message>
        <source>The application is not complete</source>
        <translation>Đơn đăng ký chưa đủ</translation>
    </message>
    <message>
        <source>The application may have arrived</source>
        <translation>Đơn đăng ký có thể đã đến nơi</translation>
    </message>
    <message>
        <source>The shift is being closed</source>
        <translation>Đang kết thúc ca</translation>
    </message>
    <message>
        <source>No unit is taken meanwhile. To scan on, go to End of shift in the window and press: Go back to scanning. Or finish the closing there, or with: pid-station close-shift</source>
        <translation>Trong lúc này không nhận sản phẩm. Để quét tiếp, vào trang Kết thúc ca và bấm: Quay lại quét. Hoặc kết thúc ca xong ở đó, hay bằng lệnh: pid-station close-shift</translation>
    </message>
    <message>
        <source>A station&apos;s name has 1 to %1 readable characters.</source>
        <translation>Tên trạm có từ 1 đến %1 ký tự đọc được.</translation>
    </message>
    <message>
        <source>No name for a station</source>
        <translation>Không dùng làm tên trạm được</translation>
    </message>
    <message>
        <source>sound, schema %1, journal entries verified: %2</source>
        <translation>nguyên vẹn, phiên bản cấu trúc %1, mục nhật ký đã kiểm: %2</translation>
    </message>
    <message>
        <source>%1 scanned, %2 wait to be sent, %3 need a supervisor</source>
        <translation>đã quét %1, chờ gửi %2, cần tổ trưởng %3</translation>
    </message>
    <message>
        <source>A supervisor decides on the page Queue.</source>
        <translation>Tổ trưởng quyết định ở trang Hàng đợi.</translation>
    </message>
    <message>
        <source>unsupported: stations that are offline together may overrun a certificate (%1)</source>
        <translation>không hỗ trợ: các trạm cùng mất mạng có thể vượt hạn mức chứng nhận (%1)</translation>
    </message>
    <message>
        <source>every setting is valid</source>
        <translation>mọi cài đặt đều hợp lệ</translation>
    </message>
    <message>
        <source>none: secrets are kept in memory only, sign in at each start</source>
        <translation>không có: bí mật chỉ nằm trong bộ nhớ, mỗi lần mở phải đăng nhập</translation>
    </message>
    <message>
        <source>Stop scanning and keep the file; call the supervisor.</source>
        <translation>Dừng quét và giữ tệp đó; hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>journal entry %1 %2</source>
        <translation>mục nhật ký %1: %2</translation>
    </message>
    <message>
        <source>See: pid-station verify</source>
        <translation>Xem: pid-station verify</translation>
    </message>
    <message>
        <source>secrets are kept by the operating system</source>
        <translation>bí mật do hệ điều hành giữ</translation>
    </message>
    <message>
        <source>does not answer: %1</source>
        <translation>không trả lời: %1</translation>
    </message>
    <message>
        <source>Unlock the keyring of this user (best by signing in to the computer with its password), then start the program again. Until then secrets are kept in memory only.</source>
        <translation>Hãy mở khóa vòng khóa của người dùng này (tốt nhất là đăng nhập máy bằng mật khẩu), rồi mở lại chương trình. Cho đến khi đó bí mật chỉ nằm trong bộ nhớ.</translation>
    </message>
    <message>
        <source>quota is reserved for work offline where the platform can</source>
        <translation>hạn mức được giữ cho lúc mất mạng nếu nền tảng hỗ trợ</translation>
    </message>
    <message>
        <source>Sign in on the page Account, or with: pid-station login</source>
        <translation>Đăng nhập ở trang Tài khoản, hoặc bằng lệnh: pid-station login</translation>
    </message>
    <message>
        <source>PID Station %1%2, Python %3, SQLite %4, %5 %6</source>
        <translation>PID Station %1%2, Python %3, SQLite %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 MB free</source>
        <translation>còn trống %1 MB</translation>
    </message>
    <message>
        <source>the audio device takes sounds</source>
        <translation>thiết bị âm thanh phát được</translation>
    </message>
    <message>
        <source>no audio device: results are seen, not heard</source>
        <translation>không có thiết bị âm thanh: kết quả chỉ thấy, không nghe</translation>
    </message>
    <message>
        <source>Connect a loudspeaker, or choose one in the system&apos;s sound settings.</source>
        <translation>Hãy nối loa, hoặc chọn loa trong cài đặt âm thanh của hệ thống.</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>thư mục dữ liệu</translation>
    </message>
    <message>
        <source>on a disk of this computer</source>
        <translation>trên ổ đĩa của máy này</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>lần chạy trước</translation>
    </message>
    <message>
        <source>something broke at %1; what was green is safe</source>
        <translation>có sự cố lúc %1; những gì đã hiện xanh vẫn an toàn</translation>
    </message>
    <message>
        <source>Save a support bundle and send it to whoever looks after this station.</source>
        <translation>Hãy lưu gói hỗ trợ và gửi cho người phụ trách trạm này.</translation>
    </message>
    <message>
        <source>in use by</source>
        <translation>đang dùng bởi</translation>
    </message>
    <message>
        <source>pid-station login makes it</source>
        <translation>pid-station login sẽ tạo nó</translation>
    </message>
    <message>
        <source>nothing broke</source>
        <translation>không có gì hỏng</translation>
    </message>
    <message>
        <source>the process that plays sounds does not work</source>
        <translation>tiến trình phát âm thanh không chạy</translation>
    </message>
    <message>
        <source>Restart the computer&apos;s sound service.</source>
        <translation>Hãy khởi động lại dịch vụ âm thanh của máy.</translation>
    </message>
    <message>
        <source>Give this user write access to it.</source>
        <translation>Hãy cấp quyền ghi cho người dùng này.</translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk.</source>
        <translation>Hãy chọn thư mục trên ổ đĩa của chính máy này.</translation>
    </message>
    <message>
        <source>Plug the network cable in, or switch Wi-Fi on; scanning goes on without.</source>
        <translation>Hãy cắm cáp mạng hoặc bật Wi-Fi; vẫn quét tiếp được.</translation>
    </message>
    <message>
        <source>it answers %1 (code %2)</source>
        <translation>nó trả lời %1 (mã %2)</translation>
    </message>
    <message>
        <source>signed in, certificates listed: %1</source>
        <translation>đã đăng nhập, số chứng nhận: %1</translation>
    </message>
    <message>
        <source>the platform is on this computer</source>
        <translation>nền tảng ở ngay trên máy này</translation>
    </message>
    <message>
        <source>no network interface is connected</source>
        <translation>không có giao diện mạng nào được nối</translation>
    </message>
    <message>
        <source>not known on this system</source>
        <translation>không biết được trên hệ thống này</translation>
    </message>
    <message>
        <source>Check the name service (DNS) of this network, and the endpoint; scanning goes on without.</source>
        <translation>Kiểm tra dịch vụ tên miền (DNS) của mạng này và địa chỉ nền tảng; vẫn quét tiếp được.</translation>
    </message>
    <message>
        <source>Check cable, name service and proxy; scanning goes on without.</source>
        <translation>Kiểm tra cáp, dịch vụ tên miền và proxy; vẫn quét tiếp được.</translation>
    </message>
    <message>
        <source>through the proxy</source>
        <translation>qua proxy</translation>
    </message>
    <message>
        <source>not used: the endpoint is http</source>
        <translation>không dùng: địa chỉ nền tảng là http</translation>
    </message>
    <message>
        <source>%1, certificate issued by %2</source>
        <translation>%1, chứng chỉ do %2 cấp</translation>
    </message>
    <message>
        <source>If that is the authority of this network&apos;s proxy, let IT install it in the system&apos;s trust store or name its file in the setting ca_bundle. If not, somebody stands in between: do not sign in.</source>
        <translation>Nếu đó là tổ chức chứng thực của proxy mạng này, hãy nhờ IT cài vào kho tin cậy của hệ thống hoặc ghi tệp của nó vào cài đặt ca_bundle. Nếu không, có kẻ đứng giữa: đừng đăng nhập.</translation>
    </message>
    <message>
        <source>the client secret is not stored</source>
        <translation>chưa lưu khóa bí mật của client</translation>
    </message>
    <message>
        <source>the project&apos;s signature is accepted</source>
        <translation>chữ ký của dự án được chấp nhận</translation>
    </message>
    <message>
        <source>Check client id, secret and data centre.</source>
        <translation>Kiểm tra mã client, khóa bí mật và trung tâm dữ liệu.</translation>
    </message>
    <message>
        <source>, corrected by the station</source>
        <translation>, trạm đã tự chỉnh</translation>
    </message>
    <message>
        <source>%1, the proxy of this network</source>
        <translation>%1, là proxy của mạng này</translation>
    </message>
    <message>
        <source>; the certificate was issued by %1</source>
        <translation>; chứng chỉ do %1 cấp</translation>
    </message>
    <message>
        <source>an unnamed authority</source>
        <translation>một tổ chức không nêu tên</translation>
    </message>
    <message>
        <source>The set-up file was not taken</source>
        <translation>Chưa dùng tệp thiết lập</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation>%1 đã có rồi. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation>Không ghi được %1 (%2). Hãy chọn chỗ khác.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>There is no shift %1. Look at: pid-station queue</source>
        <translation>Không có ca %1. Hãy xem: pid-station queue</translation>
    </message>
    <message>
        <source>There is no shift yet; it starts with a scan. Look at: pid-station queue</source>
        <translation>Chưa có ca nào; ca bắt đầu từ lần quét đầu tiên. Hãy xem: pid-station queue</translation>
    </message>
    <message>
        <source>No such shift</source>
        <translation>Không có ca này</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place or name.</source>
        <translation>Không ghi được %1 (%2). Hãy chọn chỗ khác hoặc tên khác.</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Tệp chưa được ghi</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>needs a supervisor</source>
        <translation>cần tổ trưởng</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>đã bàn giao</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>Số chứng nhận</translation>
    </message>
    <message>
        <source>counter before</source>
        <translation>số đếm trước</translation>
    </message>
    <message>
        <source>counter after</source>
        <translation>số đếm sau</translation>
    </message>
    <message>
        <source>change of it</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>confirmed here</source>
        <translation>xác nhận tại đây</translation>
    </message>
    <message>
        <source>used elsewhere</source>
        <translation>dùng ở nơi khác</translation>
    </message>
    <message>
        <source>Shift report %1</source>
        <translation>Báo cáo ca %1</translation>
    </message>
    <message>
        <source>Per certificate</source>
        <translation>Theo chứng nhận</translation>
    </message>
    <message>
        <source>Per operator</source>
        <translation>Theo người vận hành</translation>
    </message>
    <message>
        <source>Shift begun by %1</source>
        <translation>Người mở ca: %1</translation>
    </message>
    <message>
        <source>What was scanned is what became of it</source>
        <translation>Số đã quét bằng tổng các kết quả</translation>
    </message>
    <message>
        <source>It balances.</source>
        <translation>Hai bên khớp nhau.</translation>
    </message>
    <message>
        <source>It does NOT balance: call the supervisor.</source>
        <translation>Hai bên KHÔNG khớp: hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>What the platform counted is what was confirmed</source>
        <translation>Số nền tảng đếm bằng số đã xác nhận</translation>
    </message>
    <message>
        <source>The counters hold every unit that was confirmed here; the rest was used by other stations.</source>
        <translation>Số đếm có đủ mọi sản phẩm đã xác nhận tại đây; phần còn lại do các trạm khác dùng.</translation>
    </message>
    <message>
        <source>A counter lacks units that were confirmed here: call the supervisor.</source>
        <translation>Số đếm thiếu sản phẩm đã xác nhận tại đây: hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>Units set aside, and units that need a supervisor</source>
        <translation>Sản phẩm để riêng và sản phẩm cần tổ trưởng</translation>
    </message>
    <message>
        <source>Anchor of the journal</source>
        <translation>Điểm neo của nhật ký</translation>
    </message>
    <message>
        <source>%1 entries, the last one of %2</source>
        <translation>%1 mục, mục cuối lúc %2</translation>
    </message>
    <message>
        <source>Whoever keeps this number can prove later that no entry before it was changed: pid-station verify</source>
        <translation>Ai giữ số này về sau có thể chứng minh không mục nào trước đó bị sửa: pid-station verify</translation>
    </message>
    <message>
        <source>Shift leader: name, signature</source>
        <translation>Trưởng ca: họ tên, chữ ký</translation>
    </message>
    <message>
        <source>Quality: name, signature</source>
        <translation>Chất lượng: họ tên, chữ ký</translation>
    </message>
    <message>
        <source>Begun %1, ended %2</source>
        <translation>Bắt đầu %1, kết thúc %2</translation>
    </message>
    <message>
        <source>Begun %1, still open</source>
        <translation>Bắt đầu %1, chưa kết thúc</translation>
    </message>
    <message>
        <source>The platform&apos;s counters of this shift are not known.</source>
        <translation>Không biết số đếm của nền tảng trong ca này.</translation>
    </message>
    <message>
        <source>Units scanned per day</source>
        <translation>Số sản phẩm quét mỗi ngày</translation>
    </message>
    <message>
        <source>Units scanned per hour</source>
        <translation>Số sản phẩm quét mỗi giờ</translation>
    </message>
    <message>
        <source>Dark: set aside afterwards.</source>
        <translation>Màu đậm: sau đó phải để riêng.</translation>
    </message>
    <message>
        <source>Refused by the platform, by reason</source>
        <translation>Bị nền tảng từ chối, theo lý do</translation>
    </message>
    <message>
        <source>Labels that were not accepted, by reason</source>
        <translation>Nhãn không được nhận, theo lý do</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>Quét lúc</translation>
    </message>
    <message>
        <source>There are more: the report as XLSX or CSV has every unit.</source>
        <translation>Còn nữa: báo cáo XLSX hoặc CSV có mọi sản phẩm.</translation>
    </message>
    <message>
        <source>It is a job card, not a unit.</source>
        <translation>Đây là phiếu công việc, không phải sản phẩm.</translation>
    </message>
    <message>
        <source>Small and capital letters are the other way round: Caps Lock is on.</source>
        <translation>Chữ hoa và chữ thường bị đảo: Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Type a number from 0 to %1.</source>
        <translation>Nhập một số từ 0 đến %1.</translation>
    </message>
    <message>
        <source>Begin at the first step.</source>
        <translation>Hãy bắt đầu từ bước đầu tiên.</translation>
    </message>
    <message>
        <source>No such number of units</source>
        <translation>Không có số lượng như vậy</translation>
    </message>
    <message>
        <source>No shift is being closed</source>
        <translation>Không có ca nào đang kết thúc</translation>
    </message>
    <message>
        <source>Count the tray again, and scan a part of it.</source>
        <translation>Đếm lại khay và chỉ quét một phần.</translation>
    </message>
    <message>
        <source>Too many units</source>
        <translation>Quá nhiều sản phẩm</translation>
    </message>
    <message>
        <source>%1 of %2 rows do not stand as they were read</source>
        <translation>%1 trong %2 dòng không còn như lúc đọc</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place for it.</source>
        <translation>Không ghi được %1 (%2). Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>The support bundle was not saved</source>
        <translation>Chưa lưu được gói hỗ trợ</translation>
    </message>
    <message>
        <source>Sending stopped for a moment: %1. It is in the log.</source>
        <translation>Việc gửi tạm dừng: %1. Đã ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>%1 is not a scanner address</source>
        <translation>%1 không phải địa chỉ máy quét</translation>
    </message>
    <message>
        <source>Write kind:place, for example serial:/dev/ttyUSB0 or virtual:labels.txt.</source>
        <translation>Hãy viết loại:vị trí, ví dụ serial:/dev/ttyUSB0 hoặc virtual:labels.txt.</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>một trong %1</translation>
    </message>
    <message>
        <source>The setting %1=%2 cannot be used</source>
        <translation>Không dùng được cài đặt %1=%2</translation>
    </message>
    <message>
        <source>%1 is %2. Correct %3.</source>
        <translation>%1 phải là %2. Hãy sửa %3.</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>số từ %1 đến %2</translation>
    </message>
    <message>
        <source>A %1 scanner has no setting %2</source>
        <translation>Máy quét %1 không có cài đặt %2</translation>
    </message>
    <message>
        <source>Its settings are %1. Correct %2.</source>
        <translation>Các cài đặt là %1. Hãy sửa %2.</translation>
    </message>
    <message>
        <source>serial number %1</source>
        <translation>số sê-ri %1</translation>
    </message>
    <message>
        <source>%1 lost, because the station took none for too long</source>
        <translation>%1 bị mất, vì trạm quá lâu không nhận</translation>
    </message>
    <message>
        <source>1 scan was</source>
        <translation>1 lần quét</translation>
    </message>
    <message>
        <source>%1 scans were</source>
        <translation>%1 lần quét</translation>
    </message>
    <message>
        <source>Scan the barcode for USB HID POS (also called HID bar code scanner) in the scanner&apos;s manual; the scanner then comes back by itself.</source>
        <translation>Hãy quét mã USB HID POS (còn gọi là HID bar code scanner) trong sách hướng dẫn máy quét; sau đó máy tự trở lại.</translation>
    </message>
    <message>
        <source>No scanner at %1</source>
        <translation>Không có máy quét tại %1</translation>
    </message>
    <message>
        <source>Plug the scanner in; it is found by itself.</source>
        <translation>Hãy cắm máy quét; máy sẽ tự được nhận ra.</translation>
    </message>
    <message>
        <source>Another program or reader uses %1</source>
        <translation>Chương trình khác đang dùng %1</translation>
    </message>
    <message>
        <source>Close the other program, or take the scanner off the list once; it is then opened by itself.</source>
        <translation>Hãy đóng chương trình kia, hoặc bỏ máy quét khỏi danh sách một lần; sau đó máy tự mở.</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>Không mở được %1</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Hệ thống báo: %1.</translation>
    </message>
    <message>
        <source>%1 is not in HID POS mode</source>
        <translation>%1 không ở chế độ HID POS</translation>
    </message>
    <message>
        <source>HID device %1</source>
        <translation>Thiết bị HID %1</translation>
    </message>
    <message>
        <source>%1 is in keyboard mode</source>
        <translation>%1 đang ở chế độ bàn phím</translation>
    </message>
    <message>
        <source>The library for HID scanners does not load</source>
        <translation>Không nạp được thư viện máy quét HID</translation>
    </message>
    <message>
        <source>Install the station again. The system says: %1.</source>
        <translation>Hãy cài lại chương trình. Hệ thống báo: %1.</translation>
    </message>
    <message>
        <source>Unplug the scanner and plug it in again.</source>
        <translation>Hãy rút máy quét rồi cắm lại.</translation>
    </message>
    <message>
        <source>%1, a keyboard</source>
        <translation>%1, bàn phím</translation>
    </message>
    <message>
        <source>Keyboard scanner %1</source>
        <translation>Máy quét bàn phím %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 tại %2</translation>
    </message>
    <message>
        <source>No keyboard scanner %1</source>
        <translation>Không có máy quét bàn phím %1</translation>
    </message>
    <message>
        <source>Another program has %1 for itself</source>
        <translation>Chương trình khác đang giữ riêng %1</translation>
    </message>
    <message>
        <source>Close the other program; the scanner is then opened by itself.</source>
        <translation>Hãy đóng chương trình kia; máy quét sẽ tự mở.</translation>
    </message>
    <message>
        <source>HID scanner %1</source>
        <translation>Máy quét HID %1</translation>
    </message>
    <message>
        <source>pos_mode is a feature report in decimal bytes, such as 254,1. Correct %1.</source>
        <translation>pos_mode là feature report dạng byte thập phân, ví dụ 254,1. Hãy sửa %1.</translation>
    </message>
    <message>
        <source>%1 describes its reports in a way that cannot be used: %2</source>
        <translation>%1 mô tả báo cáo theo cách không dùng được: %2</translation>
    </message>
    <message>
        <source>Use the scanner in serial mode, and send its report descriptor to whoever supports the station.</source>
        <translation>Hãy dùng máy quét ở chế độ nối tiếp, và gửi mô tả báo cáo cho người hỗ trợ trạm.</translation>
    </message>
    <message>
        <source>the report that continues the label never came</source>
        <translation>báo cáo nối tiếp của nhãn không đến</translation>
    </message>
    <message>
        <source>no report of it holds decoded data</source>
        <translation>không báo cáo nào chứa dữ liệu giải mã</translation>
    </message>
    <message>
        <source>a report counts more bytes than it has room for; what it holds is taken</source>
        <translation>báo cáo đếm nhiều byte hơn chỗ chứa; chỉ lấy phần có</translation>
    </message>
    <message>
        <source>the scanner went away amid the label</source>
        <translation>máy quét bị ngắt giữa lúc đọc nhãn</translation>
    </message>
    <message>
        <source>the rest of the label was lost, another label followed</source>
        <translation>phần còn lại của nhãn bị mất, nhãn khác đã đến</translation>
    </message>
    <message>
        <source>a report ended before the bytes it counts</source>
        <translation>báo cáo kết thúc trước số byte đã đếm</translation>
    </message>
    <message>
        <source>more reports waited than the system keeps, some of the label may be lost</source>
        <translation>báo cáo chờ nhiều hơn hệ thống giữ được, nhãn có thể bị mất một phần</translation>
    </message>
    <message>
        <source>HID POS</source>
        <translation>HID POS</translation>
    </message>
    <message>
        <source>keys of it came faster than the system could take them</source>
        <translation>phím đến nhanh hơn hệ thống nhận được</translation>
    </message>
    <message>
        <source>the label stopped before its end mark</source>
        <translation>nhãn dừng trước dấu kết thúc</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Không có tệp %1</translation>
    </message>
    <message>
        <source>Make the file, or correct the scanner&apos;s address.</source>
        <translation>Hãy tạo tệp, hoặc sửa địa chỉ máy quét.</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>Hết tệp</translation>
    </message>
    <message>
        <source>All labels of %1 have been read.</source>
        <translation>Đã đọc hết nhãn của %1.</translation>
    </message>
    <message>
        <source>No permission to read %1</source>
        <translation>Không có quyền đọc %1</translation>
    </message>
    <message>
        <source>Give this user the right to read the file.</source>
        <translation>Hãy cấp cho người dùng này quyền đọc tệp.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>Không đọc được %1</translation>
    </message>
    <message>
        <source>the label is longer than %1 bytes and is refused</source>
        <translation>nhãn dài hơn %1 byte và bị từ chối</translation>
    </message>
    <message>
        <source>unreadable characters: %1</source>
        <translation>ký tự không đọc được: %1</translation>
    </message>
    <message>
        <source>Nothing came from the scanner</source>
        <translation>Không nhận được gì từ máy quét</translation>
    </message>
    <message>
        <source>Look at port and speed, and start the transmission at the scanner while the station waits for it.</source>
        <translation>Hãy xem lại cổng và tốc độ, rồi bắt đầu gửi từ máy quét trong lúc trạm đang chờ.</translation>
    </message>
    <message>
        <source>The scanner sends without end</source>
        <translation>Máy quét gửi mãi không dứt</translation>
    </message>
    <message>
        <source>More than %1 MB came: no scanner&apos;s memory. Nothing was taken.</source>
        <translation>Đã nhận hơn %1 MB: không phải bộ nhớ máy quét. Chưa nhận gì.</translation>
    </message>
    <message>
        <source>The line to the scanner was lost</source>
        <translation>Mất kết nối với máy quét</translation>
    </message>
    <message>
        <source>Nothing was taken: the memory may not have come whole. Plug it in and send everything again.</source>
        <translation>Chưa nhận gì: bộ nhớ có thể chưa đến đủ. Hãy cắm lại và gửi lại tất cả.</translation>
    </message>
    <message>
        <source>wrong baud rate, parity or encoding?</source>
        <translation>sai tốc độ baud, chẵn lẻ hoặc mã hóa?</translation>
    </message>
    <message>
        <source>the scanner sends 7 data bits and %1 parity</source>
        <translation>máy quét gửi 7 bit dữ liệu và chẵn lẻ %1</translation>
    </message>
    <message>
        <source>Copy drivers/udev/60-pid-station.rules to /etc/udev/rules.d, run sudo udevadm control --reload and plug the scanner in again. docs/scanners.md says what the rules do.</source>
        <translation>Hãy chép drivers/udev/60-pid-station.rules vào /etc/udev/rules.d, chạy sudo udevadm control --reload rồi cắm lại máy quét. docs/scanners.md giải thích các quy tắc.</translation>
    </message>
    <message>
        <source>%1 A maker that is not in the rules: sudo usermod -aG input USER, then sign out and in again.</source>
        <translation>%1 Hãng không có trong quy tắc: sudo usermod -aG input USER, rồi đăng xuất và đăng nhập lại.</translation>
    </message>
    <message>
        <source>Add this user to the group that owns the port (dialout on Debian): sudo usermod -aG dialout USER, then sign out and in again.</source>
        <translation>Hãy thêm người dùng này vào nhóm sở hữu cổng (dialout trên Debian): sudo usermod -aG dialout USER, rồi đăng xuất và đăng nhập lại.</translation>
    </message>
    <message>
        <source>No permission to open %1</source>
        <translation>Không có quyền mở %1</translation>
    </message>
    <message>
        <source>Opening the scanner</source>
        <translation>Mở máy quét</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 thất bại: %2</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays, unplug the scanner, plug it in again and look into the log.</source>
        <translation>Máy sẽ tự thử lại. Nếu vẫn lỗi, hãy rút máy quét, cắm lại và xem nhật ký.</translation>
    </message>
    <message>
        <source>Only unreadable characters come from %1: wrong baud rate?</source>
        <translation>%1 chỉ gửi ký tự không đọc được: sai tốc độ baud?</translation>
    </message>
    <message>
        <source>Compare baud rate, data bits, parity and encoding in the scanner&apos;s address with its manual.</source>
        <translation>Hãy so tốc độ baud, bit dữ liệu, chẵn lẻ và mã hóa trong địa chỉ máy quét với sách hướng dẫn.</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 sẵn sàng</translation>
    </message>
    <message>
        <source>Reading the scanner</source>
        <translation>Đọc máy quét</translation>
    </message>
    <message>
        <source>Passing a scan on</source>
        <translation>Chuyển lần quét</translation>
    </message>
    <message>
        <source>There is no scanner kind %1</source>
        <translation>Không có loại máy quét %1</translation>
    </message>
    <message>
        <source>Known kinds are %1. Correct %2.</source>
        <translation>Các loại đã biết: %1. Hãy sửa %2.</translation>
    </message>
    <message>
        <source>it is %1 bytes long, more than %2</source>
        <translation>dài %1 byte, hơn %2</translation>
    </message>
    <message>
        <source>it ends amid an item</source>
        <translation>kết thúc giữa một mục</translation>
    </message>
    <message>
        <source>it pushes more than %1 times</source>
        <translation>push quá %1 lần</translation>
    </message>
    <message>
        <source>it pops what it never pushed</source>
        <translation>pop nhiều hơn push</translation>
    </message>
    <message>
        <source>report %1 would be longer than %2 bytes</source>
        <translation>báo cáo %1 sẽ dài hơn %2 byte</translation>
    </message>
    <message>
        <source>Serial scanner on %1</source>
        <translation>Máy quét nối tiếp tại %1</translation>
    </message>
    <message>
        <source>No scanner on %1</source>
        <translation>Không có máy quét ở %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a serial port</source>
        <translation>Không mở được %1 như cổng nối tiếp</translation>
    </message>
    <message>
        <source>Another program uses %1</source>
        <translation>Chương trình khác dùng %1</translation>
    </message>
    <message>
        <source>usb is VID:PID or VID:PID:SERIAL in hexadecimal digits, such as 0403:6001:A50285BI. Correct %1.</source>
        <translation>usb là VID:PID hoặc VID:PID:SERIAL dạng thập lục phân, ví dụ 0403:6001:A50285BI. Hãy sửa %1.</translation>
    </message>
    <message>
        <source>Serial scanner</source>
        <translation>Máy quét nối tiếp</translation>
    </message>
    <message>
        <source>Virtual scanner %1</source>
        <translation>Máy quét ảo %1</translation>
    </message>
    <message>
        <source>%1 is unplugged</source>
        <translation>%1 đã rút</translation>
    </message>
    <message>
        <source>Plug it in again.</source>
        <translation>Hãy cắm lại.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Certificate</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>The right SN</source>
        <translation>SN đúng</translation>
    </message>
    <message>
        <source>Reason: choose or type one</source>
        <translation>Lý do: chọn hoặc nhập</translation>
    </message>
    <message>
        <source>Retry …</source>
        <translation>Thử lại …</translation>
    </message>
    <message>
        <source>Refuse …</source>
        <translation>Từ chối …</translation>
    </message>
    <message>
        <source>Void …</source>
        <translation>Vô hiệu …</translation>
    </message>
    <message>
        <source>Re-queue …</source>
        <translation>Xếp lại …</translation>
    </message>
    <message>
        <source>Correct SN …</source>
        <translation>Sửa SN …</translation>
    </message>
    <message>
        <source>Send again?</source>
        <translation>Gửi lại?</translation>
    </message>
    <message>
        <source>to go back into the queue, under the id they were sent with</source>
        <translation>sẽ trở lại hàng đợi với mã đã gửi trước đây</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Set aside?</source>
        <translation>Để riêng?</translation>
    </message>
    <message>
        <source>to end as set aside: put these units with the others that were refused</source>
        <translation>sẽ kết thúc là để riêng: đặt chúng cùng các sản phẩm bị từ chối khác</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Void?</source>
        <translation>Vô hiệu hóa?</translation>
    </message>
    <message>
        <source>to end here: not counted any more, never sent again</source>
        <translation>sẽ dừng ở đây: không tính nữa, không gửi nữa</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Vô hiệu hóa</translation>
    </message>
    <message>
        <source>Queue again under another certificate?</source>
        <translation>Xếp lại theo chứng nhận khác?</translation>
    </message>
    <message>
        <source>to come into the queue anew, on quota of that certificate</source>
        <translation>sẽ vào lại hàng đợi, tính vào hạn mức của chứng nhận đó</translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>Xếp lại</translation>
    </message>
    <message>
        <source>Correct the SN?</source>
        <translation>Sửa SN?</translation>
    </message>
    <message>
        <source>to come into the queue anew, under the right SN</source>
        <translation>sẽ vào lại hàng đợi với SN đúng</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>back in the queue</source>
        <translation>đã trở lại hàng đợi</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>đã vô hiệu</translation>
    </message>
    <message>
        <source>queued again</source>
        <translation>đã xếp lại</translation>
    </message>
    <message>
        <source>corrected and queued again</source>
        <translation>đã sửa và xếp lại</translation>
    </message>
    <message>
        <source>The cause is mended</source>
        <translation>Nguyên nhân đã được khắc phục</translation>
    </message>
    <message>
        <source>The platform said so</source>
        <translation>Nền tảng đã trả lời như vậy</translation>
    </message>
    <message>
        <source>The unit is put aside</source>
        <translation>Sản phẩm đã để riêng</translation>
    </message>
    <message>
        <source>The platform cannot do it</source>
        <translation>Nền tảng không làm được</translation>
    </message>
    <message>
        <source>Scanned by mistake</source>
        <translation>Quét nhầm</translation>
    </message>
    <message>
        <source>The unit is scrapped</source>
        <translation>Sản phẩm bị loại bỏ</translation>
    </message>
    <message>
        <source>The unit goes back to stock</source>
        <translation>Sản phẩm trả về kho</translation>
    </message>
    <message>
        <source>The certificate was used up or closed</source>
        <translation>Chứng nhận đã hết hạn mức hoặc đã đóng</translation>
    </message>
    <message>
        <source>The wrong certificate was in use</source>
        <translation>Đã dùng sai chứng nhận</translation>
    </message>
    <message>
        <source>Mistyped</source>
        <translation>Nhập sai</translation>
    </message>
    <message>
        <source>others of the selection stay as they are: this is not for them</source>
        <translation>các dòng khác đã chọn giữ nguyên: thao tác này không dành cho chúng</translation>
    </message>
    <message>
        <source>%n unit</source>
        <translation>%n sản phẩm</translation>
    </message>
    <message>
        <source>%n units</source>
        <translation>%n sản phẩm</translation>
    </message>
    <message>
        <source>%n row saved: %1</source>
        <translation>Đã lưu %n dòng: %1</translation>
    </message>
    <message>
        <source>%n rows saved: %1</source>
        <translation>Đã lưu %n dòng: %1</translation>
    </message>
    <message>
        <source>stay as they were</source>
        <translation>giữ nguyên như cũ</translation>
    </message>
    <message>
        <source>Not everything was done</source>
        <translation>Chưa làm được hết</translation>
    </message>
    <message>
        <source>The unit is in order: queue it again under another certificate.</source>
        <translation>Sản phẩm không có lỗi: hãy xếp lại theo chứng nhận khác.</translation>
    </message>
    <message>
        <source>Compare the SN with the label. A mistyped one can be corrected; else the unit was never registered.</source>
        <translation>Hãy so SN với nhãn. Nếu nhập sai thì sửa được; nếu không, sản phẩm chưa từng được đăng ký.</translation>
    </message>
    <message>
        <source>Compare the SN with the label. A mistyped one can be corrected.</source>
        <translation>Hãy so SN với nhãn. Nếu nhập sai thì sửa được.</translation>
    </message>
    <message>
        <source>The unit is of another product: queue it again under that product&apos;s certificate.</source>
        <translation>Đây là sản phẩm loại khác: hãy xếp lại theo chứng nhận của loại đó.</translation>
    </message>
    <message>
        <source>The unit belongs to an end user and stays as it is: put it aside.</source>
        <translation>Sản phẩm đã thuộc về người dùng và giữ nguyên: hãy để riêng.</translation>
    </message>
    <message>
        <source>The unit cannot be replaced: put it aside.</source>
        <translation>Sản phẩm không thể thay thế: hãy để riêng.</translation>
    </message>
    <message>
        <source>Somebody else was first; the answer below says who and when.</source>
        <translation>Người khác đã làm trước; câu trả lời bên dưới cho biết ai và khi nào.</translation>
    </message>
    <message>
        <source>Retry once the cause is mended; refuse to set the unit aside; void it when it should not count at all.</source>
        <translation>Thử lại khi đã khắc phục nguyên nhân; từ chối để để riêng sản phẩm; vô hiệu hóa nếu không được tính.</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>nhập tay</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Người vận hành</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Kết thúc lúc</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>Giải thích</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>Số chứng nhận</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>Quét lúc</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Số lần gửi</translation>
    </message>
    <message>
        <source>Item id</source>
        <translation>Mã mục</translation>
    </message>
    <message>
        <source>What happened to it:</source>
        <translation>Diễn biến:</translation>
    </message>
    <message>
        <source>The unit&apos;s other rows:</source>
        <translation>Các dòng khác của sản phẩm:</translation>
    </message>
    <message>
        <source>The platform&apos;s answer as it came:</source>
        <translation>Câu trả lời nguyên văn của nền tảng:</translation>
    </message>
</context>
<context>
    <name>DeskDialogs</name>
    <message>
        <source>What to hand over</source>
        <translation>Nội dung bàn giao</translation>
    </message>
    <message>
        <source>What waits here</source>
        <translation>Những gì đang chờ ở đây</translation>
    </message>
    <message>
        <source>What was handed over already, once more: the file was lost</source>
        <translation>Những gì đã bàn giao, một lần nữa: tệp đã mất</translation>
    </message>
    <message>
        <source>Certificate for these labels</source>
        <translation>Chứng nhận cho các nhãn này</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
    <message>
        <source>Queue file, receipt, or a scanner&apos;s memory as text or CSV</source>
        <translation>Tệp hàng đợi, biên nhận, hoặc bộ nhớ máy quét dạng văn bản hay CSV</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Certificate %1</source>
        <translation>Chứng nhận %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Trên nền tảng</translation>
    </message>
    <message>
        <source>At this station</source>
        <translation>Tại trạm này</translation>
    </message>
    <message>
        <source>What has happened at this station</source>
        <translation>Những gì đã xảy ra tại trạm này</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Sự việc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>applied for</source>
        <translation>đã đăng ký</translation>
    </message>
    <message>
        <source>run planned</source>
        <translation>đã lập lượt chạy</translation>
    </message>
    <message>
        <source>taken up for scanning</source>
        <translation>được chọn để quét</translation>
    </message>
    <message>
        <source>decision of the auditors</source>
        <translation>quyết định của người duyệt</translation>
    </message>
    <message>
        <source>run opened without a confirmed first unit</source>
        <translation>mở lượt chạy khi sản phẩm đầu chưa xác nhận</translation>
    </message>
    <message>
        <source>another unit tried as the first</source>
        <translation>thử sản phẩm khác làm sản phẩm đầu</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>PID gốc</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>PID mới</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Audit remark</source>
        <translation>Ghi chú duyệt</translation>
    </message>
    <message>
        <source>Replaced quantity/Total</source>
        <translation>Số đã thay/Tổng số</translation>
    </message>
    <message>
        <source>Reserved for stations</source>
        <translation>Dành riêng cho các trạm</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người đăng ký</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>Ngày duyệt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Scanned here</source>
        <translation>Đã quét tại đây</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>Phần của trạm</translation>
    </message>
    <message>
        <source>%1 of %2 left, until %3</source>
        <translation>còn %1 trong %2, đến %3</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>nền tảng</translation>
    </message>
    <message>
        <source>shift, still open</source>
        <translation>ca, chưa kết thúc</translation>
    </message>
    <message>
        <source>shift, until %1</source>
        <translation>ca, đến %1</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>đã quét</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Xem thêm …</translation>
    </message>
    <message>
        <source>The whole error</source>
        <translation>Toàn bộ nội dung lỗi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close the error</source>
        <translation>Đóng lỗi</translation>
    </message>
    <message>
        <source>%n more error</source>
        <translation>còn %n lỗi nữa</translation>
    </message>
    <message>
        <source>%n more errors</source>
        <translation>còn %n lỗi nữa</translation>
    </message>
</context>
<context>
    <name>ErrorSheet</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>A copy of a station</source>
        <translation>Bản sao của một trạm</translation>
    </message>
    <message>
        <source>A moved station</source>
        <translation>Trạm được dời đến</translation>
    </message>
    <message>
        <source>Saved: %1. Put it as first-start.json into the data folder of the image. It has the supervisors&apos; hashed PINs: treat it like a key.</source>
        <translation>Đã lưu: %1. Đặt tệp với tên first-start.json vào thư mục dữ liệu của bản cài mẫu. Tệp có PIN đã băm của tổ trưởng: hãy giữ như chìa khóa.</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>Lưu thiết lập</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>Tên trạm</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Trung tâm dữ liệu</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Sign in now …</source>
        <translation>Đăng nhập ngay …</translation>
    </message>
    <message>
        <source>Add a supervisor …</source>
        <translation>Thêm tổ trưởng …</translation>
    </message>
    <message>
        <source>There is a supervisor with a PIN.</source>
        <translation>Đã có tổ trưởng có PIN.</translation>
    </message>
    <message>
        <source>Begin the test</source>
        <translation>Bắt đầu thử</translation>
    </message>
    <message>
        <source>Print test sheet …</source>
        <translation>In tờ thử …</translation>
    </message>
    <message>
        <source>Play the sounds …</source>
        <translation>Phát âm thanh …</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Nền tảng</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Tổ trưởng</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>The language of this station. Each person can have another one (page People).</source>
        <translation>Ngôn ngữ của trạm này. Mỗi người có thể dùng ngôn ngữ khác (trang Nhân sự).</translation>
    </message>
    <message>
        <source>It stands in the top bar, on printed sheets and in reports. Name the place: line and position.</source>
        <translation>Tên này hiện ở thanh trên, trên tờ in và trong báo cáo. Hãy ghi rõ chỗ: chuyền và vị trí.</translation>
    </message>
    <message>
        <source>Data centre and project of the account. Secrets are typed at the sign-in only and never kept in a file.</source>
        <translation>Trung tâm dữ liệu và dự án của tài khoản. Mật khẩu và khóa chỉ gõ khi đăng nhập, không bao giờ lưu vào tệp.</translation>
    </message>
    <message>
        <source>With the first supervisor&apos;s PIN the station begins to ask before what needs a supervisor. Until then whoever is at the station may do everything.</source>
        <translation>Khi có PIN của tổ trưởng đầu tiên, trạm sẽ hỏi trước những việc cần tổ trưởng. Trước đó ai ở trạm cũng làm được mọi việc.</translation>
    </message>
    <message>
        <source>Print the test sheet and scan its codes one after the other: the station says what is wrong with the scanner.</source>
        <translation>In tờ thử và quét lần lượt từng mã: trạm sẽ cho biết máy quét bị gì.</translation>
    </message>
    <message>
        <source>Operators look at the unit and not at the screen: the five sounds have to be heard at the line.</source>
        <translation>Người vận hành nhìn sản phẩm chứ không nhìn màn hình: năm âm thanh phải nghe được tại chuyền.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>đã bỏ qua</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>Bỏ qua bước này</translation>
    </message>
    <message>
        <source>Done, next</source>
        <translation>Xong, tiếp theo</translation>
    </message>
    <message>
        <source>Save for other computers …</source>
        <translation>Lưu cho máy khác …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Everything is set up. The page can be opened again on the page Account.</source>
        <translation>Đã thiết lập xong. Có thể mở lại trang này ở trang Tài khoản.</translation>
    </message>
    <message>
        <source>This data comes from another computer</source>
        <translation>Dữ liệu này đến từ máy tính khác</translation>
    </message>
    <message>
        <source>Two stations must not work under one identity: they would share one reservation of quota. Is this a copy of a station that goes on elsewhere, or has the station moved to this computer?</source>
        <translation>Hai trạm không được dùng chung một danh tính: chúng sẽ dùng chung một phần hạn mức đã giữ. Đây là bản sao của một trạm vẫn chạy ở nơi khác, hay trạm đã dời sang máy này?</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>Đây là bản sao</translation>
    </message>
    <message>
        <source>It has moved here</source>
        <translation>Trạm đã dời đến đây</translation>
    </message>
    <message>
        <source>Set up this station</source>
        <translation>Thiết lập trạm này</translation>
    </message>
    <message>
        <source>Six small steps. Each can be left out and taken up later; the station works without any of them.</source>
        <translation>Sáu bước nhỏ. Bước nào cũng có thể bỏ qua và làm sau; không làm bước nào trạm vẫn chạy.</translation>
    </message>
</context>
<context>
    <name>FirstStartSide</name>
    <message>
        <source>Set up this station …</source>
        <translation>Thiết lập trạm này …</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Help: replacing PIDs</source>
        <translation>Trợ giúp: thay thế PID</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>USB HID POS (also called HID bar code scanner, OPOS HID)</source>
        <translation>USB HID POS (còn gọi là HID bar code scanner, OPOS HID)</translation>
    </message>
    <message>
        <source>Found by itself. The best mode: whole labels, no keys typed.</source>
        <translation>Tự nhận ra. Chế độ tốt nhất: gửi trọn nhãn, không gõ phím.</translation>
    </message>
    <message>
        <source>USB or Bluetooth</source>
        <translation>USB hoặc Bluetooth</translation>
    </message>
    <message>
        <source>Serial port, USB virtual COM port</source>
        <translation>Cổng nối tiếp, cổng COM ảo qua USB</translation>
    </message>
    <message>
        <source>Found by itself where the maker sells only scanners; else choose it on the page Scanners.</source>
        <translation>Tự nhận ra nếu hãng chỉ bán máy quét; nếu không, chọn ở trang Máy quét.</translation>
    </message>
    <message>
        <source>RS-232, USB, Bluetooth; any speed and parity</source>
        <translation>RS-232, USB, Bluetooth; mọi tốc độ và chẵn lẻ</translation>
    </message>
    <message>
        <source>Keyboard mode (keyboard wedge), as most scanners are delivered</source>
        <translation>Chế độ bàn phím, như đa số máy quét khi xuất xưởng</translation>
    </message>
    <message>
        <source>Nothing to set up; let the scanner end each label with Enter.</source>
        <translation>Không cần cài đặt; cho máy quét kết thúc mỗi nhãn bằng Enter.</translation>
    </message>
    <message>
        <source>USB, PS/2, Bluetooth; the window has to be in front</source>
        <translation>USB, PS/2, Bluetooth; cửa sổ phải ở phía trước</translation>
    </message>
    <message>
        <source>Keyboard mode, apart from the desktop (Linux)</source>
        <translation>Chế độ bàn phím, tách khỏi màn hình (Linux)</translation>
    </message>
    <message>
        <source>Choose it on the page Scanners; it types into no other window then.</source>
        <translation>Chọn ở trang Máy quét; khi đó nó không gõ vào cửa sổ khác.</translation>
    </message>
    <message>
        <source>USB, Bluetooth; the window need not be in front</source>
        <translation>USB, Bluetooth; cửa sổ không cần ở phía trước</translation>
    </message>
    <message>
        <source>What does replacing a PID mean?</source>
        <translation>Thay thế PID nghĩa là gì?</translation>
    </message>
    <message>
        <source>Every finished product carries a PID. It decides whose control panel the product shows and to whom its data belongs: goods for two customers differ by their PID.</source>
        <translation>Mỗi thành phẩm mang một PID. PID quyết định sản phẩm hiện bảng điều khiển của ai và dữ liệu thuộc về ai: hàng cho hai khách hàng khác nhau ở PID.</translation>
    </message>
    <message>
        <source>To give stock to another customer, units used to be authorised and burned in again before shipment. Replacing the PID does without: the SN is scanned, and the platform puts that unit on the new PID. The firmware stays as it is.</source>
        <translation>Trước đây, để giao hàng tồn cho khách khác phải cấp quyền và nạp lại trước khi xuất. Thay thế PID không cần vậy: quét SN, nền tảng chuyển sản phẩm đó sang PID mới. Firmware giữ nguyên.</translation>
    </message>
    <message>
        <source>This station records each scan safely before it shows green, sends it when the network is there, and lets no unit use the quota twice.</source>
        <translation>Trạm này lưu an toàn mỗi lần quét trước khi hiện màu xanh, gửi đi khi có mạng, và không để sản phẩm nào dùng hạn mức hai lần.</translation>
    </message>
    <message>
        <source>What conditions need to be met to replace a PID?</source>
        <translation>Cần đáp ứng điều kiện nào để thay thế PID?</translation>
    </message>
    <message>
        <source>You are signed in to the platform account to which the original PID belongs.</source>
        <translation>Đã đăng nhập tài khoản nền tảng sở hữu PID gốc.</translation>
    </message>
    <message>
        <source>The product&apos;s development status is trial production or mass production.</source>
        <translation>Trạng thái phát triển của sản phẩm là sản xuất thử hoặc sản xuất hàng loạt.</translation>
    </message>
    <message>
        <source>Firmware and protocol fit together: see the next question.</source>
        <translation>Firmware và giao thức phù hợp: xem câu hỏi tiếp theo.</translation>
    </message>
    <message>
        <source>A certificate for original PID, new PID and quantity was applied for and approved: page Certificates, Apply for certificate. Auditors decide; the station says so when they have.</source>
        <translation>Đã đăng ký và được duyệt chứng nhận cho PID gốc, PID mới và số lượng: trang Chứng nhận, Đăng ký chứng nhận. Người duyệt quyết định; trạm sẽ báo khi có kết quả.</translation>
    </message>
    <message>
        <source>The certificate has quota left: each unit replaced takes one, and no unit takes two.</source>
        <translation>Chứng nhận còn hạn mức: mỗi sản phẩm thay thế dùng một, không sản phẩm nào dùng hai.</translation>
    </message>
    <message>
        <source>The platform knows the unit&apos;s SN under the original PID, and no end user has bound the unit yet.</source>
        <translation>Nền tảng biết SN của sản phẩm theo PID gốc, và chưa người dùng cuối nào liên kết sản phẩm.</translation>
    </message>
    <message>
        <source>The page Certificates says of each product whether its PID can be replaced, and if not, why not.</source>
        <translation>Trang Chứng nhận cho biết PID của từng sản phẩm có thay được không, và nếu không thì vì sao.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Which protocols support replacing the PID?</source>
        <translation>Giao thức nào hỗ trợ thay thế PID?</translation>
    </message>
    <message>
        <source>It depends on the firmware:</source>
        <translation>Tùy theo firmware:</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Zigbee</source>
        <translation>Zigbee</translation>
    </message>
    <message>
        <source>OEM firmware</source>
        <translation>Firmware OEM</translation>
    </message>
    <message>
        <source>General firmware</source>
        <translation>Firmware chung</translation>
    </message>
    <message>
        <source>Custom firmware</source>
        <translation>Firmware riêng</translation>
    </message>
    <message>
        <source>How it is attached</source>
        <translation>Cách kết nối</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Cần làm gì</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Qua</translation>
    </message>
    <message>
        <source>Which scanner models can scan the SN?</source>
        <translation>Mẫu máy quét nào quét được SN?</translation>
    </message>
    <message>
        <source>No particular model is needed. Any scanner works that reads the codes on your labels (1D or 2D) and can be attached in one of these ways:</source>
        <translation>Không cần mẫu riêng. Mọi máy quét đọc được mã trên nhãn (1D hoặc 2D) và kết nối được theo một trong các cách sau đều dùng được:</translation>
    </message>
    <message>
        <source>Several scanners can be used at once. The page Scanners shows what is attached and what it sends; its test with printed codes finds a wrong keyboard layout, Caps Lock and a missing Enter.</source>
        <translation>Có thể dùng nhiều máy quét cùng lúc. Trang Máy quét cho biết máy nào đang nối và gửi gì; phép thử bằng mã in tìm ra sai bố cục bàn phím, Caps Lock và thiếu Enter.</translation>
    </message>
    <message>
        <source>Scanners that collect labels hand them over as a file or over a cradle: page Queue. Without any scanner an SN can be typed; it is marked as typed.</source>
        <translation>Máy quét lưu nhãn giao dữ liệu bằng tệp hoặc đế cắm: trang Hàng đợi. Không có máy quét vẫn gõ được SN; sẽ được đánh dấu là gõ tay.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>stay here: sent without an answer yet</source>
        <translation>ở lại đây: đã gửi, chưa có trả lời</translation>
    </message>
    <message>
        <source>stay here: they need a supervisor</source>
        <translation>ở lại đây: cần tổ trưởng</translation>
    </message>
    <message>
        <source>stay here: too many for one file, export another one</source>
        <translation>ở lại đây: quá nhiều cho một tệp, hãy xuất thêm tệp</translation>
    </message>
    <message>
        <source>stay here: another account scanned them</source>
        <translation>ở lại đây: do tài khoản khác quét</translation>
    </message>
    <message>
        <source>new: taken over and sent from here</source>
        <translation>mới: đã nhận và gửi từ đây</translation>
    </message>
    <message>
        <source>had left from here: taken back and sent from here</source>
        <translation>đã rời khỏi đây: lấy lại và gửi từ đây</translation>
    </message>
    <message>
        <source>here already: nothing changes</source>
        <translation>đã có ở đây: không đổi gì</translation>
    </message>
    <message>
        <source>taken over by the other station</source>
        <translation>trạm kia đã nhận</translation>
    </message>
    <message>
        <source>never left here by that file</source>
        <translation>chưa từng rời khỏi đây bằng tệp đó</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>duplicate: here already</source>
        <translation>trùng: đã có ở đây</translation>
    </message>
    <message>
        <source>not an SN</source>
        <translation>không phải SN</translation>
    </message>
    <message>
        <source>over quota: not taken</source>
        <translation>vượt hạn mức: không nhận</translation>
    </message>
    <message>
        <source>wrong product: set aside</source>
        <translation>sai sản phẩm: để riêng</translation>
    </message>
    <message>
        <source>already replaced: set aside</source>
        <translation>đã thay rồi: để riêng</translation>
    </message>
    <message>
        <source>the certificate is closed</source>
        <translation>chứng nhận đã đóng</translation>
    </message>
    <message>
        <source>the run is not open yet</source>
        <translation>lượt chạy chưa mở</translation>
    </message>
    <message>
        <source>NOT recorded</source>
        <translation>CHƯA được ghi</translation>
    </message>
    <message>
        <source>handed over already: written into a new file once more</source>
        <translation>đã bàn giao: ghi lại vào tệp mới</translation>
    </message>
    <message>
        <source>wait: handed over, another station of this account sends them</source>
        <translation>chờ: đã bàn giao, trạm khác của tài khoản này sẽ gửi</translation>
    </message>
    <message>
        <source>Hand over to another station?</source>
        <translation>Bàn giao cho trạm khác?</translation>
    </message>
    <message>
        <source>Units that are handed over are not sent from here any more.</source>
        <translation>Sản phẩm đã bàn giao sẽ không gửi từ đây nữa.</translation>
    </message>
    <message>
        <source>Choose the new file …</source>
        <translation>Chọn tệp mới …</translation>
    </message>
    <message>
        <source>Nothing was handed over</source>
        <translation>Không bàn giao gì</translation>
    </message>
    <message>
        <source>Nothing waits here that could be handed over; no file was written.</source>
        <translation>Ở đây không có gì để bàn giao; không ghi tệp nào.</translation>
    </message>
    <message>
        <source>handed over in %1</source>
        <translation>đã bàn giao trong %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Đã bàn giao</translation>
    </message>
    <message>
        <source>Carry the file to another station, sign in there as the same account, and import it on its queue page.</source>
        <translation>Mang tệp đến trạm khác, đăng nhập cùng tài khoản ở đó và nhập tệp ở trang hàng đợi.</translation>
    </message>
    <message>
        <source>Import this queue file?</source>
        <translation>Nhập tệp hàng đợi này?</translation>
    </message>
    <message>
        <source>Import this receipt?</source>
        <translation>Nhập biên nhận này?</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Carry the receipt %1 back and import it there.</source>
        <translation>Hãy mang biên nhận %1 về và nhập ở trạm cũ.</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>The units are taken, but the receipt for the other station could not be written there.</source>
        <translation>Đã nhận sản phẩm, nhưng không ghi được biên nhận cho trạm kia vào đó.</translation>
    </message>
    <message>
        <source>Save the receipt …</source>
        <translation>Lưu biên nhận …</translation>
    </message>
    <message>
        <source>The receipt is saved</source>
        <translation>Đã lưu biên nhận</translation>
    </message>
    <message>
        <source>Take these labels?</source>
        <translation>Nhận các nhãn này?</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Đang xem …</translation>
    </message>
    <message>
        <source>Nothing is taken before you say so.</source>
        <translation>Chưa nhận gì cho đến khi bạn đồng ý.</translation>
    </message>
    <message>
        <source>Take %n unit</source>
        <translation>Nhận %n sản phẩm</translation>
    </message>
    <message>
        <source>Take %n units</source>
        <translation>Nhận %n sản phẩm</translation>
    </message>
    <message>
        <source>Stopped: %1 labels were not tried. Free some space on the disk, then import the file again; nothing is taken twice.</source>
        <translation>Đã dừng: %1 nhãn chưa thử. Hãy giải phóng ổ đĩa rồi nhập lại tệp; không gì bị nhận hai lần.</translation>
    </message>
    <message>
        <source>Labels taken</source>
        <translation>Đã nhận nhãn</translation>
    </message>
    <message>
        <source>%1 has %2 fewer units left than wait for it: their right was spent where they were scanned, the platform may refuse the last ones.</source>
        <translation>%1 còn thiếu %2 sản phẩm so với số đang chờ: hạn mức đã dùng ở nơi quét, nền tảng có thể từ chối những sản phẩm cuối.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Health</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Vị trí ổ đĩa</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>In use by</source>
        <translation>Đang dùng bởi</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Lần chạy trước</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Phần của trạm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Vòng khóa</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Network link</source>
        <translation>Đường mạng</translation>
    </message>
    <message>
        <source>Name service</source>
        <translation>Tên miền</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Mã hóa (TLS)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Nền tảng</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>good</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>không được</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Mọi thứ đều ổn</translation>
    </message>
    <message>
        <source>To be looked at: %1</source>
        <translation>Cần xem: %1</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Save a support bundle …</source>
        <translation>Lưu gói hỗ trợ …</translation>
    </message>
    <message>
        <source>About …</source>
        <translation>Giới thiệu …</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Đang xem …</translation>
    </message>
    <message>
        <source>Saved: %1. Secrets are not in it.</source>
        <translation>Đã lưu: %1. Trong đó không có bí mật.</translation>
    </message>
    <message>
        <source>Last scans: in the bundle</source>
        <translation>Lần quét cuối: có trong gói</translation>
    </message>
    <message>
        <source>Last scans: not in the bundle</source>
        <translation>Lần quét cuối: không có trong gói</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>Gói hỗ trợ</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Recorded. Scan the next unit.</source>
        <translation>Đã ghi. Quét sản phẩm tiếp theo.</translation>
    </message>
    <message>
        <source>SAVED</source>
        <translation>ĐÃ LƯU</translation>
    </message>
    <message>
        <source>Recorded here, will be sent later. Go on scanning.</source>
        <translation>Đã ghi tại đây, sẽ gửi sau. Cứ quét tiếp.</translation>
    </message>
    <message>
        <source>ALREADY SCANNED</source>
        <translation>ĐÃ QUÉT RỒI</translation>
    </message>
    <message>
        <source>It counts once. Go on with the next unit.</source>
        <translation>Chỉ tính một lần. Quét tiếp sản phẩm sau.</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>ĐỂ RIÊNG</translation>
    </message>
    <message>
        <source>Put this unit into the tray, then press Acknowledge.</source>
        <translation>Đặt sản phẩm này vào khay, rồi nhấn “Đã rõ”.</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>DỪNG</translation>
    </message>
    <message>
        <source>Scan nothing more. Call the supervisor.</source>
        <translation>Không quét nữa. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Takes the last scan back, as long as it has not been sent.</source>
        <translation>Lấy lại lần quét cuối, khi chưa được gửi.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Đã rõ</translation>
    </message>
    <message>
        <source>You have read the red result and put the unit aside.</source>
        <translation>Bạn đã đọc kết quả đỏ và để riêng sản phẩm.</translation>
    </message>
    <message>
        <source>Type SN</source>
        <translation>Nhập SN</translation>
    </message>
    <message>
        <source>For a label that cannot be read. It is marked as typed.</source>
        <translation>Dùng khi nhãn không đọc được. Sẽ ghi là nhập tay.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>When you leave. A badge or a PIN opens it; sending goes on.</source>
        <translation>Khi bạn rời đi. Mở bằng thẻ hoặc mã PIN; việc gửi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Printed codes</source>
        <translation>Mã đã in</translation>
    </message>
    <message>
        <source>Undo, acknowledge and lock also work by scanning the command sheet.</source>
        <translation>Hoàn tác, đã rõ và khóa cũng làm được bằng cách quét tờ mã lệnh.</translation>
    </message>
    <message>
        <source>Your badge</source>
        <translation>Thẻ của bạn</translation>
    </message>
    <message>
        <source>Scan it when you come: from then on units carry your name. Nothing is closed.</source>
        <translation>Quét khi bạn đến: từ đó sản phẩm mang tên bạn. Không có gì bị đóng.</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Gọi cho ai</translation>
    </message>
    <message>
        <source>The supervisor for every STOP, and when a red result comes again and again.</source>
        <translation>Gọi tổ trưởng mỗi khi DỪNG, và khi kết quả đỏ lặp đi lặp lại.</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Ý nghĩa màu sắc</translation>
    </message>
    <message>
        <source>What the buttons do</source>
        <translation>Các nút dùng để làm gì</translation>
    </message>
    <message>
        <source>Codes and people</source>
        <translation>Mã và người</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Chi tiết …</translation>
    </message>
    <message>
        <source>Save list …</source>
        <translation>Lưu danh sách …</translation>
    </message>
    <message>
        <source>Shift report …</source>
        <translation>Báo cáo ca …</translation>
    </message>
    <message>
        <source>Searching: back to %1 so far</source>
        <translation>Đang tìm: đã lùi đến %1</translation>
    </message>
    <message>
        <source>%n unit found</source>
        <translation>Tìm thấy %n sản phẩm</translation>
    </message>
    <message>
        <source>%n units found</source>
        <translation>Tìm thấy %n sản phẩm</translation>
    </message>
    <message>
        <source>%1 units so far; scroll down for older ones</source>
        <translation>Đến giờ %1 sản phẩm; cuộn xuống để xem cũ hơn</translation>
    </message>
    <message>
        <source>The list is saved</source>
        <translation>Đã lưu danh sách</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Đang lưu …</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>Scanned at</source>
        <translation>Quét lúc</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Người vận hành</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>Số chứng nhận</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Job card of %1</source>
        <translation>Phiếu công việc của %1</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Leave full screen</source>
        <translation>Thoát toàn màn hình</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>Language for %1</source>
        <translation>Ngôn ngữ cho %1</translation>
    </message>
    <message>
        <source>The window changes to it when %1 signs on.</source>
        <translation>Cửa sổ đổi sang ngôn ngữ này khi %1 quét thẻ hoặc nhập mã PIN.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>%n scan was not taken: the station is locked. Scan it again after the badge.</source>
        <translation>%n lần quét không được nhận: trạm đang khóa. Hãy quét thẻ rồi quét lại.</translation>
    </message>
    <message>
        <source>%n scans were not taken: the station is locked. Scan them again after the badge.</source>
        <translation>%n lần quét không được nhận: trạm đang khóa. Hãy quét thẻ rồi quét lại.</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>ĐÃ KHÓA</translation>
    </message>
    <message>
        <source>Scan your badge, or choose your name and type the PIN. What was scanned goes on being sent.</source>
        <translation>Hãy quét thẻ, hoặc chọn tên và nhập mã PIN. Những gì đã quét vẫn tiếp tục được gửi.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
</context>
<context>
    <name>MemoryDialogs</name>
    <message>
        <source>Receive a scanner&apos;s memory?</source>
        <translation>Nhận bộ nhớ của máy quét?</translation>
    </message>
    <message>
        <source>For scanners that collect labels and send them over a serial cable or cradle. What comes is shown first; nothing is taken before you say so.</source>
        <translation>Dành cho máy quét gom nhãn rồi gửi qua cáp nối tiếp hoặc đế. Nội dung nhận được sẽ hiện trước; chưa nhận gì cho đến khi bạn đồng ý.</translation>
    </message>
    <message>
        <source>Wait for the scanner</source>
        <translation>Chờ máy quét</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>Choose the port of the scanner, or type it.</source>
        <translation>Chọn cổng của máy quét, hoặc gõ vào.</translation>
    </message>
    <message>
        <source>%1 bits per second</source>
        <translation>%1 bit mỗi giây</translation>
    </message>
</context>
<context>
    <name>NameButtons</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>New PIN for %1</source>
        <translation>Mã PIN mới cho %1</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Certificate %1 is being audited again</source>
        <translation>Chứng nhận %1 đang được duyệt lại</translation>
    </message>
    <message>
        <source>Certificate %1 was approved</source>
        <translation>Chứng nhận %1 đã được duyệt</translation>
    </message>
    <message>
        <source>Certificate %1 was rejected</source>
        <translation>Chứng nhận %1 không được duyệt</translation>
    </message>
    <message>
        <source>Certificate %1 was revoked</source>
        <translation>Chứng nhận %1 đã bị thu hồi</translation>
    </message>
    <message>
        <source>Certificate %1 has expired</source>
        <translation>Chứng nhận %1 đã hết hạn</translation>
    </message>
    <message>
        <source>Wait for the auditors. Its units wait here.</source>
        <translation>Chờ người duyệt. Sản phẩm của nó chờ tại đây.</translation>
    </message>
    <message>
        <source>It can be used: Perform replacement on the page Certificates.</source>
        <translation>Có thể dùng: bấm “Thay thế” ở trang Chứng nhận.</translation>
    </message>
    <message>
        <source>Read the remark, and apply anew.</source>
        <translation>Đọc ghi chú rồi đăng ký lại.</translation>
    </message>
    <message>
        <source>Its units that are not sent wait here. Take another certificate, or ask the platform&apos;s auditors.</source>
        <translation>Sản phẩm chưa gửi của nó chờ tại đây. Dùng chứng nhận khác, hoặc hỏi người duyệt của nền tảng.</translation>
    </message>
    <message>
        <source>Apply for a new one; units that wait can be queued under it.</source>
        <translation>Đăng ký chứng nhận mới; sản phẩm đang chờ có thể xếp hàng theo nó.</translation>
    </message>
    <message>
        <source>Remark: %1. %2</source>
        <translation>Ghi chú: %1. %2</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>News of certificates</source>
        <translation>Tin về chứng nhận</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close the news</source>
        <translation>Đóng tin</translation>
    </message>
    <message>
        <source>%n more</source>
        <translation>còn %n tin</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Units in the tray</source>
        <translation>Số sản phẩm trong khay</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation>Xóa chữ số cuối</translation>
    </message>
</context>
<context>
    <name>OperatorButtons</name>
    <message>
        <source>Undo last</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Đã rõ</translation>
    </message>
    <message>
        <source>Type SN</source>
        <translation>Nhập SN</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>SN, typed by hand</source>
        <translation>SN nhập tay</translation>
    </message>
    <message>
        <source>Type the SN</source>
        <translation>Nhập SN</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Perform replacement</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>Yes, replace this pair</source>
        <translation>Đúng, thay cặp này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Does this pair match the job card?</source>
        <translation>Cặp này có khớp với phiếu công việc không?</translation>
    </message>
    <message>
        <source>How the run goes</source>
        <translation>Cách chạy lượt này</translation>
    </message>
    <message>
        <source>Job card …</source>
        <translation>Phiếu công việc …</translation>
    </message>
    <message>
        <source>Scan the job card of this certificate.</source>
        <translation>Hãy quét phiếu công việc của chứng nhận này.</translation>
    </message>
    <message>
        <source>The job card matches.</source>
        <translation>Phiếu công việc khớp.</translation>
    </message>
    <message>
        <source>Another job card. Expected %1, got %2.</source>
        <translation>Phiếu công việc khác. Cần %1, nhận %2.</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>PID gốc</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>PID mới</translation>
    </message>
    <message>
        <source>not shown when empty</source>
        <translation>để trống thì không hiện</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>không có tem màu</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>Màu tem</translation>
    </message>
    <message>
        <source>%n unit left</source>
        <translation>còn %n sản phẩm</translation>
    </message>
    <message>
        <source>%n units left</source>
        <translation>còn %n sản phẩm</translation>
    </message>
    <message>
        <source>Certificate %1, %2</source>
        <translation>Chứng nhận %1, %2</translation>
    </message>
</context>
<context>
    <name>PaperDialogs</name>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Work under another certificate</source>
        <translation>Làm việc với chứng nhận khác</translation>
    </message>
    <message>
        <source>Apply for a certificate</source>
        <translation>Đăng ký chứng nhận</translation>
    </message>
    <message>
        <source>Let the line go on</source>
        <translation>Cho chuyền chạy tiếp</translation>
    </message>
    <message>
        <source>Start without a first article</source>
        <translation>Bắt đầu không qua sản phẩm đầu tiên</translation>
    </message>
    <message>
        <source>Send units again</source>
        <translation>Gửi lại sản phẩm</translation>
    </message>
    <message>
        <source>Set units aside</source>
        <translation>Để riêng sản phẩm</translation>
    </message>
    <message>
        <source>Void units</source>
        <translation>Vô hiệu hóa sản phẩm</translation>
    </message>
    <message>
        <source>Queue units again under another certificate</source>
        <translation>Xếp lại theo chứng nhận khác</translation>
    </message>
    <message>
        <source>Correct a typed SN</source>
        <translation>Sửa SN nhập tay</translation>
    </message>
    <message>
        <source>Hand the queue over</source>
        <translation>Bàn giao hàng đợi</translation>
    </message>
    <message>
        <source>Take over a queue file or a scanner&apos;s memory</source>
        <translation>Nhận tệp hàng đợi hoặc bộ nhớ máy quét</translation>
    </message>
    <message>
        <source>Change the account of this station</source>
        <translation>Đổi tài khoản của trạm này</translation>
    </message>
    <message>
        <source>Close the shift although it does not agree</source>
        <translation>Kết thúc ca dù số liệu không khớp</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Đổi cài đặt</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Thoát toàn màn hình</translation>
    </message>
    <message>
        <source>Change people, badges and command sheets</source>
        <translation>Đổi người, thẻ và tờ mã lệnh</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Người vận hành</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Tổ trưởng</translation>
    </message>
    <message>
        <source>Nobody here has a PIN or a badge. Set up people first: page People.</source>
        <translation>Chưa ai ở đây có mã PIN hoặc thẻ. Hãy thiết lập trước ở trang Nhân sự.</translation>
    </message>
    <message>
        <source>Nobody could unlock it</source>
        <translation>Sẽ không ai mở khóa được</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>New PIN for %1</source>
        <translation>Mã PIN mới cho %1</translation>
    </message>
    <message>
        <source>Language for %1</source>
        <translation>Ngôn ngữ cho %1</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Xóa %1?</translation>
    </message>
    <message>
        <source>PIN and badge are void at once. What was scanned keeps the name.</source>
        <translation>Mã PIN và thẻ mất hiệu lực ngay. Những gì đã quét vẫn giữ tên.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>New badge for %1</source>
        <translation>Thẻ mới cho %1</translation>
    </message>
    <message>
        <source>New command sheet; those before are void</source>
        <translation>Tờ mã lệnh mới; các tờ cũ mất hiệu lực</translation>
    </message>
    <message>
        <source>Another command sheet</source>
        <translation>Thêm một tờ mã lệnh</translation>
    </message>
    <message>
        <source>Operator&apos;s card</source>
        <translation>Thẻ hướng dẫn người vận hành</translation>
    </message>
    <message>
        <source>Print it at 100 %, then delete the file: whoever has it can scan it.</source>
        <translation>Hãy in ở 100 %, rồi xóa tệp: ai có tệp đều quét được.</translation>
    </message>
    <message>
        <source>As the station</source>
        <translation>Như của trạm</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>Mã PIN có 4 đến 12 chữ số.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>Hai mã PIN không giống nhau.</translation>
    </message>
    <message>
        <source>%1: anybody can do this here. Add a supervisor with a PIN: page People.</source>
        <translation>%1: ở đây ai cũng làm được. Hãy thêm tổ trưởng có PIN ở trang Nhân sự.</translation>
    </message>
    <message>
        <source>No supervisor PIN</source>
        <translation>Chưa có PIN tổ trưởng</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add …</source>
        <translation>Thêm …</translation>
    </message>
    <message>
        <source>New PIN …</source>
        <translation>Mã PIN mới …</translation>
    </message>
    <message>
        <source>New badge …</source>
        <translation>Thẻ mới …</translation>
    </message>
    <message>
        <source>Language …</source>
        <translation>Ngôn ngữ …</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Xóa …</translation>
    </message>
    <message>
        <source>What needs a supervisor is allowed only with a supervisor&apos;s PIN or badge.</source>
        <translation>Việc cần tổ trưởng chỉ được phép với mã PIN hoặc thẻ của tổ trưởng.</translation>
    </message>
    <message>
        <source>No supervisor PIN is set up: whoever is at the station may do everything. Add a supervisor.</source>
        <translation>Chưa đặt mã PIN tổ trưởng: ai ở trạm cũng làm được mọi việc. Hãy thêm tổ trưởng.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>New sheet …</source>
        <translation>Tờ mã mới …</translation>
    </message>
    <message>
        <source>Revoke the older, new sheet …</source>
        <translation>Thu hồi tờ cũ, tờ mới …</translation>
    </message>
    <message>
        <source>Operator&apos;s card …</source>
        <translation>Thẻ hướng dẫn người vận hành …</translation>
    </message>
    <message>
        <source>For the wall of the station: what each result means, and what to do.</source>
        <translation>Để treo ở trạm: mỗi kết quả nghĩa là gì và phải làm gì.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân sự</translation>
    </message>
    <message>
        <source>Command sheet</source>
        <translation>Tờ mã lệnh</translation>
    </message>
    <message>
        <source>Codes for the scanner: undo, acknowledge, lock. They command this station only; a sheet that was lost can be revoked.</source>
        <translation>Mã cho máy quét: hoàn tác, đã rõ, khóa. Chỉ có tác dụng ở trạm này; tờ bị mất có thể thu hồi.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add somebody</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Type the name as it should stand in reports.</source>
        <translation>Nhập tên đúng như sẽ ghi trong báo cáo.</translation>
    </message>
    <message>
        <source>From now on this PIN is asked for before what needs a supervisor.</source>
        <translation>Từ giờ, việc cần tổ trưởng sẽ hỏi mã PIN này.</translation>
    </message>
    <message>
        <source>Without a PIN this person comes to work with a badge.</source>
        <translation>Không có mã PIN thì người này vào làm bằng thẻ.</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>A supervisor is needed</source>
        <translation>Cần tổ trưởng</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Cho phép</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>A supervisor scans the badge, or types the PIN. Scans wait until this is closed.</source>
        <translation>Tổ trưởng quét thẻ hoặc nhập mã PIN. Các lần quét chờ đến khi đóng.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>Xóa chữ số cuối</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>Đã nhập %1 chữ số</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Units looked at</source>
        <translation>Số sản phẩm đã xem</translation>
    </message>
</context>
<context>
    <name>ProductTableModel</name>
    <message>
        <source>Product ID</source>
        <translation>ID sản phẩm</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Giao thức</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Development status</source>
        <translation>Tình trạng phát triển</translation>
    </message>
    <message>
        <source>Replaceable</source>
        <translation>Thay được</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Vì sao không</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message>
        <source>Replaceable products</source>
        <translation>Sản phẩm thay được</translation>
    </message>
    <message>
        <source>Search product or reason</source>
        <translation>Tìm sản phẩm hoặc lý do</translation>
    </message>
    <message>
        <source>%n product</source>
        <translation>%n loại sản phẩm</translation>
    </message>
    <message>
        <source>%n products</source>
        <translation>%n loại sản phẩm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Tăng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Tê&amp;n tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Đến thư mục cha</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Chuyển sang dạng danh sách</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Chuyển sang dạng chi tiết</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã có.
Bạn có muốn thay thế không?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp.
Hãy kiểm tra lại tên tệp.</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Hiện tệp ẩn</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi gần đây</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính của tôi</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 byte</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Có cho &amp;tất cả</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>Khôn&amp;g cho tất cả</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Hủy ngang</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Khôi phục mặc định</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Lưu tất cả</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Xuất …</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Nhập …</translation>
    </message>
    <message>
        <source>From a scanner …</source>
        <translation>Từ máy quét …</translation>
    </message>
    <message>
        <source>Ready for offline?</source>
        <translation>Sẵn sàng mất mạng?</translation>
    </message>
    <message>
        <source>%n unit waits to be sent</source>
        <translation>%n sản phẩm chờ gửi</translation>
    </message>
    <message>
        <source>%n units wait to be sent</source>
        <translation>%n sản phẩm chờ gửi</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Không có gì chờ gửi</translation>
    </message>
    <message>
        <source>Taking labels: %1 of %2</source>
        <translation>Đang nhận nhãn: %1 / %2</translation>
    </message>
</context>
<context>
    <name>QueueTableModel</name>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>Số chứng nhận</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Số lần gửi</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>Quét lúc</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>Certificate</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>End of the certificate</source>
        <translation>Hạn chứng nhận</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>Phần của trạm</translation>
    </message>
    <message>
        <source>Offline limits</source>
        <translation>Giới hạn mất mạng</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>good</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>care</source>
        <translation>lưu ý</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>không được</translation>
    </message>
    <message>
        <source>Not ready to work offline</source>
        <translation>Chưa sẵn sàng làm việc mất mạng</translation>
    </message>
    <message>
        <source>Ready to work offline, with care</source>
        <translation>Có thể làm việc mất mạng, cần lưu ý</translation>
    </message>
    <message>
        <source>Ready to work offline</source>
        <translation>Sẵn sàng làm việc mất mạng</translation>
    </message>
    <message>
        <source>would stop the line or lose something</source>
        <translation>sẽ dừng chuyền hoặc mất dữ liệu</translation>
    </message>
    <message>
        <source>somebody should know about</source>
        <translation>nên báo cho người phụ trách</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>bình thường</translation>
    </message>
</context>
<context>
    <name>RecentScansModel</name>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>nhập tay</translation>
    </message>
</context>
<context>
    <name>RecentScansView</name>
    <message>
        <source>Last scans</source>
        <translation>Các lần quét gần đây</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Shift report</source>
        <translation>Báo cáo ca</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Ca</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>The report as it will be printed</source>
        <translation>Báo cáo như khi in</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Lưu …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>In …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Đang lập báo cáo …</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>PDF: the sums, to read and sign</source>
        <translation>PDF: tổng hợp, để đọc và ký</translation>
    </message>
    <message>
        <source>Excel workbook: every unit</source>
        <translation>Sổ tính Excel: mọi sản phẩm</translation>
    </message>
    <message>
        <source>CSV: every unit, for other programs</source>
        <translation>CSV: mọi sản phẩm, cho chương trình khác</translation>
    </message>
    <message>
        <source>JSON: everything, for other programs</source>
        <translation>JSON: toàn bộ, cho chương trình khác</translation>
    </message>
</context>
<context>
    <name>ReportPresenter</name>
    <message>
        <source>The file is being written …</source>
        <translation>Đang ghi tệp …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>PDF file</source>
        <translation>Tệp PDF</translation>
    </message>
    <message>
        <source>Excel table</source>
        <translation>Bảng Excel</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Bảng CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>In …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Đang ghi …</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Learn from three labels</source>
        <translation>Học từ ba nhãn</translation>
    </message>
    <message>
        <source>The platform confirms one unit before the run opens</source>
        <translation>Mở lượt chạy sau khi một sản phẩm được xác nhận</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Thay đổi …</translation>
    </message>
    <message>
        <source>Learned from %1.</source>
        <translation>Học từ %1.</translation>
    </message>
    <message>
        <source>This rule cannot be used: %1</source>
        <translation>Không dùng được quy tắc này: %1</translation>
    </message>
    <message>
        <source>Empty: the usual rule, 6 to 32 letters, digits, - or _</source>
        <translation>Để trống: quy tắc chung, 6 đến 32 chữ cái, chữ số, - hoặc _</translation>
    </message>
    <message>
        <source>Scan three different labels of this product, or type each with Enter: %1 of %2.</source>
        <translation>Quét ba nhãn khác nhau của sản phẩm này, hoặc gõ từng nhãn rồi Enter: %1/%2.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>units</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>SN rule</source>
        <translation>Quy tắc SN</translation>
    </message>
    <message>
        <source>Own share, units</source>
        <translation>Phần của trạm, sản phẩm</translation>
    </message>
    <message>
        <source>Offline at most (0: no limit)</source>
        <translation>Mất mạng tối đa (0: không giới hạn)</translation>
    </message>
    <message>
        <source>First unit</source>
        <translation>Sản phẩm đầu</translation>
    </message>
    <message>
        <source>Units offline at most</source>
        <translation>Số sản phẩm tối đa khi mất mạng</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>no audio device</source>
        <translation>không có thiết bị âm thanh</translation>
    </message>
    <message>
        <source>audio device fails</source>
        <translation>thiết bị âm thanh lỗi</translation>
    </message>
    <message>
        <source>volume is set to 0</source>
        <translation>âm lượng đặt là 0</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Không có tiếng</translation>
    </message>
    <message>
        <source>CAPS LOCK IS ON</source>
        <translation>CAPS LOCK ĐANG BẬT</translation>
    </message>
    <message>
        <source>Labels are read right all the same. Switch it off, then acknowledge.</source>
        <translation>Nhãn vẫn được đọc đúng. Hãy tắt Caps Lock rồi nhấn “Đã rõ”.</translation>
    </message>
    <message>
        <source>KEYBOARD LAYOUT IS NOT US</source>
        <translation>BÀN PHÍM KHÔNG PHẢI KIỂU MỸ</translation>
    </message>
    <message>
        <source>Read as a US scanner. Compare one SN with its label, then acknowledge.</source>
        <translation>Đã đọc theo kiểu Mỹ. Hãy so một SN với nhãn rồi nhấn “Đã rõ”.</translation>
    </message>
    <message>
        <source>%n scan held</source>
        <translation>giữ lại %n lần quét</translation>
    </message>
    <message>
        <source>%n scans held</source>
        <translation>giữ lại %n lần quét</translation>
    </message>
    <message>
        <source>until the dialog closes</source>
        <translation>đến khi hộp thoại đóng</translation>
    </message>
    <message>
        <source>No shares on this platform: stations that are offline together could overrun the certificate</source>
        <translation>Nền tảng không chia phần: các trạm cùng mất mạng có thể vượt hạn mức</translation>
    </message>
    <message>
        <source>No own share: the certificate&apos;s counter is the limit</source>
        <translation>Không có phần riêng: giới hạn là số đếm của chứng nhận</translation>
    </message>
    <message>
        <source>No share held: scanning offline stops</source>
        <translation>Không giữ phần nào: mất mạng thì ngừng quét</translation>
    </message>
    <message>
        <source>Own share used up: scanning offline stops</source>
        <translation>Hết phần của trạm: mất mạng thì ngừng quét</translation>
    </message>
    <message>
        <source>Own share: %1 of %2 left</source>
        <translation>Phần của trạm: còn %1 / %2</translation>
    </message>
    <message>
        <source>Own share: %1 of %2 left, until %3</source>
        <translation>Phần của trạm: còn %1 / %2, đến %3</translation>
    </message>
    <message>
        <source>You work here now. Scan the next unit.</source>
        <translation>Bạn đang làm việc ở đây. Quét sản phẩm tiếp theo.</translation>
    </message>
    <message>
        <source>COMMANDS NOTHING HERE</source>
        <translation>MÃ KHÔNG CÓ LỆNH</translation>
    </message>
    <message>
        <source>No certificate is chosen. A supervisor has to choose one.</source>
        <translation>Chưa chọn chứng nhận. Tổ trưởng phải chọn.</translation>
    </message>
    <message>
        <source>Expected %1. Call the supervisor.</source>
        <translation>Cần %1. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>RIGHT JOB CARD</source>
        <translation>ĐÚNG PHIẾU</translation>
    </message>
    <message>
        <source>No unit was recorded.</source>
        <translation>Không ghi sản phẩm nào.</translation>
    </message>
    <message>
        <source>WRONG JOB CARD</source>
        <translation>SAI PHIẾU</translation>
    </message>
    <message>
        <source>NOTHING IS BEING READ</source>
        <translation>KHÔNG ĐỌC ĐƯỢC GÌ</translation>
    </message>
    <message>
        <source>Plug the scanner in; it goes on by itself.</source>
        <translation>Hãy cắm máy quét; máy tự chạy tiếp.</translation>
    </message>
    <message>
        <source>%n earlier unit must be set aside:</source>
        <translation>%n sản phẩm trước đó phải để riêng:</translation>
    </message>
    <message>
        <source>%n earlier units must be set aside:</source>
        <translation>%n sản phẩm trước đó phải để riêng:</translation>
    </message>
    <message>
        <source>DISK ALMOST FULL (%1 MB left)</source>
        <translation>Ổ ĐĨA SẮP ĐẦY (còn %1 MB)</translation>
    </message>
    <message>
        <source>Go on, and call the supervisor to free some space.</source>
        <translation>Cứ tiếp tục, và gọi tổ trưởng giải phóng ổ đĩa.</translation>
    </message>
    <message>
        <source>%n scan was not taken.</source>
        <translation>%n lần quét không được nhận.</translation>
    </message>
    <message>
        <source>%n scans were not taken.</source>
        <translation>%n lần quét không được nhận.</translation>
    </message>
    <message>
        <source>Acknowledge first, then scan again.</source>
        <translation>Nhấn “Đã rõ” trước, rồi quét lại.</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>MẤT MẠNG</translation>
    </message>
    <message>
        <source>OFFLINE since %1</source>
        <translation>MẤT MẠNG từ %1</translation>
    </message>
    <message>
        <source>SIGN-IN NEEDED to send</source>
        <translation>CẦN ĐĂNG NHẬP để gửi</translation>
    </message>
    <message>
        <source>THE PLATFORM REFUSES THE SETTINGS</source>
        <translation>NỀN TẢNG TỪ CHỐI CÀI ĐẶT</translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation>Cứ quét tiếp.</translation>
    </message>
    <message>
        <source>Scanning stops until units are sent.</source>
        <translation>Ngừng quét cho đến khi gửi được.</translation>
    </message>
    <message>
        <source>%n unit saved here</source>
        <translation>đã lưu %n sản phẩm tại đây</translation>
    </message>
    <message>
        <source>%n units saved here</source>
        <translation>đã lưu %n sản phẩm tại đây</translation>
    </message>
    <message>
        <source>room for %n more</source>
        <translation>còn chỗ cho %n nữa</translation>
    </message>
    <message>
        <source>The run is not open yet.</source>
        <translation>Lượt chạy chưa mở.</translation>
    </message>
    <message>
        <source>Limit reached: %1.</source>
        <translation>Đã đến giới hạn: %1.</translation>
    </message>
    <message>
        <source>Limit after %1 more: %2.</source>
        <translation>Giới hạn sau %1 nữa: %2.</translation>
    </message>
    <message>
        <source>Limit in about %1: %2.</source>
        <translation>Giới hạn sau khoảng %1: %2.</translation>
    </message>
    <message>
        <source>and %n more (see Queue)</source>
        <translation>và %n nữa (xem Hàng đợi)</translation>
    </message>
    <message>
        <source>No unit is recorded. Call the supervisor to free some space.</source>
        <translation>Không sản phẩm nào được ghi. Hãy gọi tổ trưởng để giải phóng chỗ.</translation>
    </message>
    <message>
        <source>DISK FULL</source>
        <translation>ĐĨA ĐẦY</translation>
    </message>
    <message>
        <source>station</source>
        <translation>trạm</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>chưa có ai</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>người vận hành</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>Máy quét bàn phím</translation>
    </message>
    <message>
        <source>no other is set up</source>
        <translation>chưa cài máy nào khác</translation>
    </message>
    <message>
        <source>Scanner missing</source>
        <translation>Mất máy quét</translation>
    </message>
    <message>
        <source>Scanner opening</source>
        <translation>Đang mở máy quét</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>Máy quét sẵn sàng</translation>
    </message>
    <message>
        <source>%n scanners ready</source>
        <translation>%n máy quét sẵn sàng</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>chưa có trả lời</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>trả lời %1</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Chờ %1</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>đã gửi hết</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>cũ nhất %1</translation>
    </message>
    <message>
        <source>No certificate chosen</source>
        <translation>Chưa chọn chứng nhận</translation>
    </message>
    <message>
        <source>Full: nothing more is counted</source>
        <translation>Đã đủ: không tính thêm</translation>
    </message>
    <message>
        <source>Last unit</source>
        <translation>Sản phẩm cuối cùng</translation>
    </message>
    <message>
        <source>Last %n units</source>
        <translation>%n sản phẩm cuối</translation>
    </message>
    <message>
        <source>%1 % used, %2 left</source>
        <translation>đã dùng %1 %, còn %2</translation>
    </message>
    <message>
        <source>my shift</source>
        <translation>ca của tôi</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>mỗi giờ</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>dự kiến xong</translation>
    </message>
    <message>
        <source>%1 + %2 / %3</source>
        <translation>%1 + %2 / %3</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>%1 đã xác nhận</translation>
    </message>
    <message>
        <source>%1 waiting here</source>
        <translation>%1 chờ tại đây</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <translation>%1 nơi khác</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>còn %1</translation>
    </message>
    <message>
        <source>&gt; 24 h</source>
        <translation>&gt; 24 giờ</translation>
    </message>
    <message>
        <source>Read twice, counted once.</source>
        <translation>Đọc hai lần, tính một lần.</translation>
    </message>
    <message>
        <source>of this certificate</source>
        <translation>của chứng nhận này</translation>
    </message>
    <message>
        <source>Not acknowledged yet</source>
        <translation>Chưa nhấn “Đã rõ”</translation>
    </message>
    <message>
        <source>%n results not acknowledged yet</source>
        <translation>%n kết quả chưa nhấn “Đã rõ”</translation>
    </message>
    <message>
        <source>SAVED, will be sent after sign-in</source>
        <translation>ĐÃ LƯU, gửi sau khi đăng nhập</translation>
    </message>
    <message>
        <source>SAVED, will be sent</source>
        <translation>ĐÃ LƯU, sẽ gửi sau</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>SẴN SÀNG</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>Quét sản phẩm tiếp theo.</translation>
    </message>
    <message>
        <source>NO CERTIFICATE</source>
        <translation>CHƯA CHỌN</translation>
    </message>
    <message>
        <source>A supervisor has to choose a certificate first.</source>
        <translation>Tổ trưởng phải chọn chứng nhận trước.</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>nhập tay</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>ĐỂ RIÊNG</translation>
    </message>
    <message>
        <source>It counts once. Go on with the next unit.</source>
        <translation>Chỉ tính một lần. Quét tiếp sản phẩm sau.</translation>
    </message>
    <message>
        <source>Scanned %1 by %2: %3.</source>
        <translation>Đã quét %1, bởi %2: %3.</translation>
    </message>
    <message>
        <source>Put this unit aside, then acknowledge.</source>
        <translation>Để riêng sản phẩm này, rồi nhấn “Đã rõ”.</translation>
    </message>
    <message>
        <source>The PID of this unit has already been replaced elsewhere.</source>
        <translation>PID của sản phẩm này đã được thay ở nơi khác.</translation>
    </message>
    <message>
        <source>Replaced %1 at station %2, certificate %3.</source>
        <translation>Đã thay %1 tại trạm %2, chứng nhận %3.</translation>
    </message>
    <message>
        <source>%n character</source>
        <translation>%n ký tự</translation>
    </message>
    <message>
        <source>%n characters</source>
        <translation>%n ký tự</translation>
    </message>
    <message>
        <source>The label is empty. Scan the SN label.</source>
        <translation>Nhãn trống. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>This looks like a MAC address. Scan the SN label.</source>
        <translation>Giống địa chỉ MAC. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>This looks like a PID. Scan the SN label.</source>
        <translation>Giống PID. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>This looks like a web address. Scan the SN label.</source>
        <translation>Giống địa chỉ web. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>This looks like a UUID. Scan the SN label.</source>
        <translation>Giống UUID. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>This looks like an AuthKey, which is secret. Scan the SN label.</source>
        <translation>Giống AuthKey (bí mật). Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>Two codes are joined. Scan the SN label alone, once.</source>
        <translation>Hai mã dính nhau. Chỉ quét nhãn SN, một lần.</translation>
    </message>
    <message>
        <source>Expected PID %1.</source>
        <translation>PID cần có: %1.</translation>
    </message>
    <message>
        <source>Caps Lock is on. Switch it off and scan again.</source>
        <translation>Caps Lock đang bật. Hãy tắt rồi quét lại.</translation>
    </message>
    <message>
        <source>It holds control characters. Scan the SN label.</source>
        <translation>Có ký tự điều khiển. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>Wrong label, or a wrong keyboard layout. Scan the SN label.</source>
        <translation>Sai nhãn hoặc sai kiểu bàn phím. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>It is too long for an SN. Scan the SN label.</source>
        <translation>Quá dài so với SN. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>It is too short for an SN. Scan the SN label.</source>
        <translation>Quá ngắn so với SN. Hãy quét nhãn SN.</translation>
    </message>
    <message>
        <source>this unit is not of this certificate</source>
        <translation>sản phẩm này không thuộc chứng nhận này</translation>
    </message>
    <message>
        <source>LINE STOPPED</source>
        <translation>DỪNG CHUYỀN</translation>
    </message>
    <message>
        <source>%1 wrong products in a row. Call the supervisor.</source>
        <translation>%1 sản phẩm sai liên tiếp. Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>Next approved certificate: %1</source>
        <translation>Chứng nhận đã duyệt tiếp theo: %1</translation>
    </message>
    <message>
        <source>This unit is not counted. Stop, and call the supervisor.</source>
        <translation>Sản phẩm này không được tính. Dừng lại, gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>OWN SHARE USED UP</source>
        <translation>HẾT PHẦN CỦA TRẠM</translation>
    </message>
    <message>
        <source>Connect the station, or call the supervisor.</source>
        <translation>Hãy nối mạng, hoặc gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>This unit is not counted.</source>
        <translation>Sản phẩm này không được tính.</translation>
    </message>
    <message>
        <source>OFFLINE LIMIT</source>
        <translation>GIỚI HẠN MẤT MẠNG</translation>
    </message>
    <message>
        <source>This unit is not counted. What was green is safe.</source>
        <translation>Sản phẩm này không được tính. Những gì đã xanh đều an toàn.</translation>
    </message>
    <message>
        <source>CERTIFICATE REVOKED</source>
        <translation>BỊ THU HỒI</translation>
    </message>
    <message>
        <source>CERTIFICATE EXPIRED</source>
        <translation>CHỨNG NHẬN HẾT HẠN</translation>
    </message>
    <message>
        <source>CERTIFICATE REJECTED</source>
        <translation>KHÔNG ĐƯỢC DUYỆT</translation>
    </message>
    <message>
        <source>%n unit waits and is kept.</source>
        <translation>%n sản phẩm đang chờ và được giữ.</translation>
    </message>
    <message>
        <source>%n units wait and are kept.</source>
        <translation>%n sản phẩm đang chờ và được giữ.</translation>
    </message>
    <message>
        <source>Stop, and call the supervisor. Nothing more is counted.</source>
        <translation>Dừng lại, gọi tổ trưởng. Không tính thêm.</translation>
    </message>
    <message>
        <source>This unit is NOT recorded. Stop, and call the supervisor.</source>
        <translation>Sản phẩm này CHƯA được ghi. Dừng lại, gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>UNDONE</source>
        <translation>ĐÃ HOÀN TÁC</translation>
    </message>
    <message>
        <source>This unit does not count. Scan it again, or put it aside.</source>
        <translation>Sản phẩm này không được tính. Quét lại hoặc để riêng.</translation>
    </message>
    <message>
        <source>The first unit is being confirmed. Scan this unit again then.</source>
        <translation>Đang xác nhận sản phẩm đầu tiên. Sau đó hãy quét lại sản phẩm này.</translation>
    </message>
    <message>
        <source>First unit: %1. This one is not counted.</source>
        <translation>Sản phẩm đầu tiên: %1. Sản phẩm này không được tính.</translation>
    </message>
    <message>
        <source>FIRST UNIT REFUSED</source>
        <translation>SP ĐẦU BỊ TỪ CHỐI</translation>
    </message>
    <message>
        <source>Is it the right product and certificate? Call the supervisor.</source>
        <translation>Đúng sản phẩm và chứng nhận chưa? Hãy gọi tổ trưởng.</translation>
    </message>
    <message>
        <source>%1 Certificate %2: %3 → %4.</source>
        <translation>%1 Chứng nhận %2: %3 → %4.</translation>
    </message>
    <message>
        <source>First unit: wait until the platform has confirmed it.</source>
        <translation>Sản phẩm đầu tiên: chờ nền tảng xác nhận.</translation>
    </message>
    <message>
        <source>%n unit came before it and is not counted: scan it again.</source>
        <translation>%n sản phẩm đến trước đó và không được tính: hãy quét lại.</translation>
    </message>
    <message>
        <source>%n units came before it and are not counted: scan them again.</source>
        <translation>%n sản phẩm đến trước đó và không được tính: hãy quét lại.</translation>
    </message>
    <message>
        <source>RUN IS OPEN</source>
        <translation>ĐƯỢC CHẠY</translation>
    </message>
    <message>
        <source>The first unit is confirmed. Scan the next unit.</source>
        <translation>Đã xác nhận sản phẩm đầu tiên. Quét sản phẩm tiếp theo.</translation>
    </message>
    <message>
        <source>FIRST UNIT</source>
        <translation>SẢN PHẨM ĐẦU</translation>
    </message>
    <message>
        <source>Scan one unit. The platform has to confirm it before the run opens.</source>
        <translation>Quét một sản phẩm. Nền tảng phải xác nhận trước khi mở lượt chạy.</translation>
    </message>
    <message>
        <source>FIRST UNIT %1</source>
        <translation>SẢN PHẨM ĐẦU %1</translation>
    </message>
    <message>
        <source>Wait until the platform has confirmed it.</source>
        <translation>Hãy chờ nền tảng xác nhận.</translation>
    </message>
    <message>
        <source>No answer. Acknowledge, and a supervisor opens the run without it.</source>
        <translation>Không trả lời. Nhấn “Đã rõ”, tổ trưởng sẽ mở lượt chạy.</translation>
    </message>
    <message>
        <source>FOUND</source>
        <translation>ĐÃ TÌM THẤY</translation>
    </message>
    <message>
        <source>Its rows are shown on the page Queue. Nothing was recorded.</source>
        <translation>Các dòng của sản phẩm hiện ở trang Hàng đợi. Chưa ghi gì.</translation>
    </message>
    <message>
        <source>NO SUPERVISOR PIN</source>
        <translation>CHƯA CÓ PIN TỔ TRƯỞNG</translation>
    </message>
    <message>
        <source>Anybody can end a stop or change the certificate. Add a supervisor: page People.</source>
        <translation>Ai cũng có thể bỏ lệnh dừng hoặc đổi chứng nhận. Hãy thêm tổ trưởng ở trang Nhân sự.</translation>
    </message>
    <message>
        <source>NEW SHIFT</source>
        <translation>CA MỚI</translation>
    </message>
    <message>
        <source>Do you hear the sounds? Press Sound check at the left, or just scan.</source>
        <translation>Nghe được âm báo không? Nhấn Thử tiếng ở bên trái, hoặc cứ quét.</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan page</source>
        <translation>Trang quét</translation>
    </message>
</context>
<context>
    <name>ScannerCheckPanel</name>
    <message>
        <source>Scanner test</source>
        <translation>Thử máy quét</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>Kết thúc thử</translation>
    </message>
    <message>
        <source>Scan code A of the printed test sheet</source>
        <translation>Hãy quét mã A trên tờ thử đã in</translation>
    </message>
    <message>
        <source>A label came broken: %1</source>
        <translation>Nhãn đọc bị hỏng: %1</translation>
    </message>
    <message>
        <source>TEST: nothing that is scanned now is recorded. Leaving this page ends the test, and so do 3 minutes without a scan.</source>
        <translation>ĐANG THỬ: mọi thứ quét lúc này không được ghi. Rời trang này hoặc 3 phút không quét sẽ kết thúc thử.</translation>
    </message>
</context>
<context>
    <name>ScannerDetails</name>
    <message>
        <source>The selected scanner</source>
        <translation>Máy quét đã chọn</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Lần quét cuối</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Select a scanner in the table.</source>
        <translation>Hãy chọn máy quét trong bảng.</translation>
    </message>
    <message>
        <source>none: the window reads it</source>
        <translation>không có: cửa sổ đọc nó</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>chưa có gì</translation>
    </message>
    <message>
        <source>%1 labels were lost: the station could not take them</source>
        <translation>%1 nhãn bị mất: trạm không nhận được</translation>
    </message>
    <message>
        <source>not shown: the label looks like a secret</source>
        <translation>không hiện: nhãn giống thông tin bí mật</translation>
    </message>
</context>
<context>
    <name>ScannerTableModel</name>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>USB ID</source>
        <translation>USB ID</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Chế độ</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Số lần quét</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Lần quét cuối</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Cần làm gì</translation>
    </message>
    <message>
        <source>Any scanner that types into this window</source>
        <translation>Mọi máy quét gõ vào cửa sổ này</translation>
    </message>
</context>
<context>
    <name>Scanners</name>
    <message>
        <source>HID POS</source>
        <translation>HID POS</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Nối tiếp</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Bàn phím</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>does not read</source>
        <translation>không đọc</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>không dùng</translation>
    </message>
    <message>
        <source>The computer&apos;s keyboard layout is %1, the scanner types for US.</source>
        <translation>Bàn phím máy tính là kiểu %1, máy quét gõ kiểu Mỹ.</translation>
    </message>
    <message>
        <source>The scanner types for a %1 keyboard.</source>
        <translation>Máy quét gõ theo bàn phím %1.</translation>
    </message>
    <message>
        <source>Caps Lock is on: capital and small letters are exchanged.</source>
        <translation>Caps Lock đang bật: chữ hoa và thường bị đảo.</translation>
    </message>
    <message>
        <source>The scanner changes the case of letters (%1).</source>
        <translation>Máy quét đổi chữ hoa/thường (%1).</translation>
    </message>
    <message>
        <source>The scanner sends no end mark.</source>
        <translation>Máy quét không gửi dấu kết thúc.</translation>
    </message>
    <message>
        <source>Characters are missing: %1</source>
        <translation>Thiếu ký tự: %1</translation>
    </message>
    <message>
        <source>The scanner sends this before each label: %1</source>
        <translation>Máy quét gửi trước mỗi nhãn: %1</translation>
    </message>
    <message>
        <source>The scanner sends this after each label: %1</source>
        <translation>Máy quét gửi sau mỗi nhãn: %1</translation>
    </message>
    <message>
        <source>The scanner sends letters in the encoding %1.</source>
        <translation>Máy quét gửi chữ theo mã hóa %1.</translation>
    </message>
    <message>
        <source>Something else arrived: %1</source>
        <translation>Nhận được thứ khác: %1</translation>
    </message>
    <message>
        <source>The scanner names the symbology (AIM identifier %1).</source>
        <translation>Máy quét báo loại mã (mã AIM %1).</translation>
    </message>
    <message>
        <source>The scanner does not name the symbology (no AIM identifier).</source>
        <translation>Máy quét không báo loại mã (không có mã AIM).</translation>
    </message>
    <message>
        <source>Switch the computer to the US layout, or better the scanner to HID POS or serial mode.</source>
        <translation>Hãy chuyển máy tính sang kiểu Mỹ, tốt hơn là chuyển máy quét sang HID POS hoặc nối tiếp.</translation>
    </message>
    <message>
        <source>Scan the code for the US keyboard in the scanner&apos;s manual, or use HID POS or serial mode.</source>
        <translation>Hãy quét mã bàn phím Mỹ trong sách hướng dẫn, hoặc dùng HID POS hay nối tiếp.</translation>
    </message>
    <message>
        <source>Press Caps Lock once, or use HID POS or serial mode.</source>
        <translation>Hãy nhấn Caps Lock một lần, hoặc dùng HID POS hay nối tiếp.</translation>
    </message>
    <message>
        <source>Set the scanner to send letters as they are (case conversion off).</source>
        <translation>Hãy đặt máy quét gửi chữ nguyên dạng (tắt đổi hoa/thường).</translation>
    </message>
    <message>
        <source>Set the suffix CR (Enter): without it each label is told late.</source>
        <translation>Hãy đặt hậu tố CR (Enter): không có nó mỗi nhãn báo chậm.</translation>
    </message>
    <message>
        <source>Keyboard mode: set a longer delay between characters; group separators and foreign letters need HID POS or serial mode. Serial mode: compare baud rate and data bits.</source>
        <translation>Chế độ bàn phím: đặt độ trễ giữa ký tự dài hơn; dấu tách nhóm và chữ nước ngoài cần HID POS hoặc nối tiếp. Chế độ nối tiếp: so tốc độ baud và bit dữ liệu.</translation>
    </message>
    <message>
        <source>Clear the prefix in the scanner, or name it in its address.</source>
        <translation>Hãy xóa tiền tố trong máy quét, hoặc ghi vào địa chỉ của nó.</translation>
    </message>
    <message>
        <source>Set only CR as suffix, or name this one in the scanner&apos;s address.</source>
        <translation>Chỉ đặt CR làm hậu tố, hoặc ghi hậu tố này vào địa chỉ máy quét.</translation>
    </message>
    <message>
        <source>Add encoding=%1 to the scanner&apos;s address, or set it to UTF-8.</source>
        <translation>Hãy thêm encoding=%1 vào địa chỉ máy quét, hoặc đặt máy thành UTF-8.</translation>
    </message>
    <message>
        <source>Compare the scanner&apos;s set-up with its manual, or reset it.</source>
        <translation>Hãy so cài đặt máy quét với sách hướng dẫn, hoặc đặt lại máy.</translation>
    </message>
    <message>
        <source>If a scanner is on this port, use it.</source>
        <translation>Nếu cổng này có máy quét, hãy dùng nó.</translation>
    </message>
    <message>
        <source>A person&apos;s keyboard or a scanner in keyboard mode. Such a scanner is read by this window; HID POS or serial mode is better (docs/scanners.md).</source>
        <translation>Bàn phím của người hoặc máy quét ở chế độ bàn phím. Máy quét đó do cửa sổ này đọc; HID POS hoặc nối tiếp tốt hơn (docs/scanners.md).</translation>
    </message>
    <message>
        <source>The station reads through it; other programs would not.</source>
        <translation>Trạm vẫn đọc được; chương trình khác thì không.</translation>
    </message>
    <message>
        <source>This is no test code. It was not recorded.</source>
        <translation>Đây không phải mã thử. Không ghi lại.</translation>
    </message>
    <message>
        <source>Code %1 came as it should</source>
        <translation>Mã %1 đọc đúng</translation>
    </message>
    <message>
        <source>Code %1 did not come as it should</source>
        <translation>Mã %1 đọc không đúng</translation>
    </message>
</context>
<context>
    <name>ScannersPage</name>
    <message>
        <source>Scanners</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Use this scanner</source>
        <translation>Dùng máy quét này</translation>
    </message>
    <message>
        <source>Stop using</source>
        <translation>Ngừng dùng</translation>
    </message>
    <message>
        <source>Test a scanner</source>
        <translation>Thử máy quét</translation>
    </message>
    <message>
        <source>Print test sheet …</source>
        <translation>In tờ thử …</translation>
    </message>
    <message>
        <source>Is this the scanner?</source>
        <translation>Đây có phải máy quét không?</translation>
    </message>
    <message>
        <source>%1 types like a keyboard. The station takes all its keys: on a person&apos;s keyboard nothing could be typed any more until it is taken out of use here with the mouse.</source>
        <translation>%1 gõ như bàn phím. Trạm sẽ lấy mọi phím của nó: nếu là bàn phím của người thì không gõ được nữa cho đến khi dùng chuột ngừng dùng ở đây.</translation>
    </message>
    <message>
        <source>It is the scanner</source>
        <translation>Đúng là máy quét</translation>
    </message>
    <message>
        <source>Open it to print it.</source>
        <translation>Hãy mở ra để in.</translation>
    </message>
    <message>
        <source>Automatic: on</source>
        <translation>Tự động: bật</translation>
    </message>
    <message>
        <source>Automatic: off</source>
        <translation>Tự động: tắt</translation>
    </message>
    <message>
        <source>Every scanner that is found is used</source>
        <translation>Dùng mọi máy quét tìm thấy</translation>
    </message>
    <message>
        <source>Only scanners that were chosen here are used</source>
        <translation>Chỉ dùng máy quét đã chọn ở đây</translation>
    </message>
    <message>
        <source>Test sheet for the printer</source>
        <translation>Tờ thử để in</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>SN or its beginning</source>
        <translation>SN hoặc phần đầu</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Người vận hành</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>Mọi chứng nhận</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Bất kỳ lúc nào</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>Ngày đã chọn</translation>
    </message>
</context>
<context>
    <name>SendStep</name>
    <message>
        <source>Units sent</source>
        <translation>Số sản phẩm đã gửi</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Dừng gửi</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Gửi tiếp</translation>
    </message>
    <message>
        <source>Show these units</source>
        <translation>Xem các sản phẩm này</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Units</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ShiftEnd</name>
    <message>
        <source>Asking the platform for its counters …</source>
        <translation>Đang hỏi nền tảng về bộ đếm …</translation>
    </message>
    <message>
        <source>The platform was restored</source>
        <translation>Nền tảng đã được khôi phục</translation>
    </message>
    <message>
        <source>The platform has been told</source>
        <translation>Đã báo cho nền tảng</translation>
    </message>
    <message>
        <source>confirmed by the platform</source>
        <translation>nền tảng đã xác nhận</translation>
    </message>
    <message>
        <source>refused, in the tray</source>
        <translation>bị từ chối, nằm trong khay</translation>
    </message>
    <message>
        <source>need a supervisor</source>
        <translation>cần tổ trưởng</translation>
    </message>
    <message>
        <source>voided by a supervisor</source>
        <translation>tổ trưởng đã vô hiệu hóa</translation>
    </message>
    <message>
        <source>undone by the operator</source>
        <translation>người vận hành đã hoàn tác</translation>
    </message>
    <message>
        <source>handed over to another station</source>
        <translation>đã bàn giao cho trạm khác</translation>
    </message>
    <message>
        <source>still wait to be sent</source>
        <translation>vẫn đang chờ gửi</translation>
    </message>
    <message>
        <source>Scanned in this shift</source>
        <translation>Đã quét trong ca này</translation>
    </message>
    <message>
        <source>%1 other certificates: change</source>
        <translation>%1 chứng nhận khác: thay đổi</translation>
    </message>
    <message>
        <source>counter not known</source>
        <translation>không biết bộ đếm</translation>
    </message>
    <message>
        <source>No certificate was used in this shift</source>
        <translation>Ca này không dùng chứng nhận nào</translation>
    </message>
    <message>
        <source>counter, last seen: %1</source>
        <translation>bộ đếm, thấy lần cuối: %1</translation>
    </message>
    <message>
        <source>counter when the shift began</source>
        <translation>bộ đếm khi bắt đầu ca</translation>
    </message>
    <message>
        <source>change</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>confirmed to this station</source>
        <translation>xác nhận cho trạm này</translation>
    </message>
    <message>
        <source>used by other stations</source>
        <translation>các trạm khác đã dùng</translation>
    </message>
    <message>
        <source>It balances. Press Next.</source>
        <translation>Số liệu khớp. Bấm Tiếp.</translation>
    </message>
    <message>
        <source>It does not balance. A supervisor has let it go as it stands.</source>
        <translation>Số liệu không khớp. Tổ trưởng đã cho qua như hiện tại.</translation>
    </message>
    <message>
        <source>The units do not add up. Do not go on: call whoever looks after this station.</source>
        <translation>Tổng số sản phẩm không khớp. Đừng tiếp tục: hãy gọi người phụ trách trạm này.</translation>
    </message>
    <message>
        <source>The platform&apos;s counter is not fresh: it lacks units that it has confirmed. Ask again.</source>
        <translation>Bộ đếm của nền tảng chưa mới: thiếu sản phẩm mà nó đã xác nhận. Hãy hỏi lại.</translation>
    </message>
    <message>
        <source>The platform&apos;s counter has risen by less than it has confirmed. Tell whoever looks after it.</source>
        <translation>Bộ đếm của nền tảng tăng ít hơn số nó đã xác nhận. Hãy báo cho người phụ trách nền tảng.</translation>
    </message>
    <message>
        <source>Nothing waits: everything has been sent already.</source>
        <translation>Không còn gì chờ: mọi thứ đã được gửi.</translation>
    </message>
    <message>
        <source>Asking the platform …</source>
        <translation>Đang hỏi nền tảng …</translation>
    </message>
    <message>
        <source>You can go on without this look.</source>
        <translation>Có thể tiếp tục mà không cần xem trước.</translation>
    </message>
    <message>
        <source>will be sent and should be confirmed</source>
        <translation>sẽ được gửi và chắc sẽ được xác nhận</translation>
    </message>
    <message>
        <source>will be refused: these units belong in the tray</source>
        <translation>sẽ bị từ chối: các sản phẩm này phải nằm trong khay</translation>
    </message>
    <message>
        <source>are over the quota: the certificate has no room for them</source>
        <translation>vượt hạn mức: chứng nhận không còn chỗ</translation>
    </message>
    <message>
        <source>were sent and had no answer: the platform is asked about them first</source>
        <translation>đã gửi mà chưa có trả lời: nền tảng sẽ được hỏi trước</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Go on although it does not match?</source>
        <translation>Vẫn tiếp tục dù không khớp?</translation>
    </message>
    <message>
        <source>A supervisor answers for it. Who and why are kept in the journal.</source>
        <translation>Tổ trưởng chịu trách nhiệm. Ai và vì sao được ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Vẫn tiếp tục</translation>
    </message>
    <message>
        <source>Reason: choose or type one</source>
        <translation>Lý do: chọn hoặc nhập</translation>
    </message>
    <message>
        <source>Nothing was scanned, so there is nothing to report.</source>
        <translation>Chưa quét gì nên không có gì để báo cáo.</translation>
    </message>
    <message>
        <source>Stopping: the batch under way is finished first.</source>
        <translation>Đang dừng: lô đang gửi được hoàn tất trước.</translation>
    </message>
    <message>
        <source>Stopped. What is left stays safe here.</source>
        <translation>Đã dừng. Phần còn lại được giữ an toàn tại đây.</translation>
    </message>
    <message>
        <source>confirmed just now</source>
        <translation>vừa được xác nhận</translation>
    </message>
    <message>
        <source>refused just now: put these units in the tray</source>
        <translation>vừa bị từ chối: hãy đặt vào khay</translation>
    </message>
    <message>
        <source>need a supervisor before the shift can end</source>
        <translation>cần tổ trưởng trước khi kết thúc ca</translation>
    </message>
    <message>
        <source>Nothing is lost. Sending goes on by itself as soon as the platform answers.</source>
        <translation>Không mất gì. Việc gửi tự tiếp tục khi nền tảng trả lời.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>đã xong %1 trên %2</translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>Thời gian còn lại: chưa biết</translation>
    </message>
    <message>
        <source>Time left: about %1</source>
        <translation>Thời gian còn lại: khoảng %1</translation>
    </message>
    <message>
        <source>Everything is sent, but a supervisor has to decide about some units.</source>
        <translation>Đã gửi hết, nhưng tổ trưởng phải quyết định về vài sản phẩm.</translation>
    </message>
    <message>
        <source>Everything is sent and settled.</source>
        <translation>Mọi thứ đã gửi và có kết quả.</translation>
    </message>
    <message>
        <source>The shift is being closed: this unit was not recorded.</source>
        <translation>Đang kết thúc ca: sản phẩm này không được ghi.</translation>
    </message>
    <message>
        <source>NOT TAKEN</source>
        <translation>KHÔNG NHẬN</translation>
    </message>
    <message>
        <source>To scan on, go to End of shift and press: Go back to scanning.</source>
        <translation>Để quét tiếp, vào trang Kết thúc ca và bấm: Quay lại quét.</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>đã xác nhận</translation>
    </message>
    <message>
        <source>set aside, in the tray</source>
        <translation>để riêng, trong khay</translation>
    </message>
    <message>
        <source>scanned in this shift</source>
        <translation>đã quét trong ca</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Set-aside tray</source>
        <translation>Khay để riêng</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>From here on no unit is taken. You can go back to scanning at any time.</source>
        <translation>Từ đây không nhận sản phẩm nào nữa. Lúc nào cũng có thể quay lại quét.</translation>
    </message>
    <message>
        <source>What will become of the units that wait. Nothing is sent yet.</source>
        <translation>Các sản phẩm đang chờ sẽ ra sao. Chưa gửi gì.</translation>
    </message>
    <message>
        <source>The units that wait go to the platform now.</source>
        <translation>Các sản phẩm đang chờ được gửi lên nền tảng.</translation>
    </message>
    <message>
        <source>Count the units in the set-aside tray by hand, and type how many.</source>
        <translation>Đếm tay các sản phẩm trong khay để riêng rồi nhập số lượng.</translation>
    </message>
    <message>
        <source>Every unit of the shift must be somewhere.</source>
        <translation>Mỗi sản phẩm của ca phải nằm ở đâu đó.</translation>
    </message>
    <message>
        <source>Save the report of this shift where you need it, or go on without.</source>
        <translation>Lưu báo cáo của ca vào nơi bạn cần, hoặc bỏ qua.</translation>
    </message>
    <message>
        <source>Everything is settled. Signing out ends the shift.</source>
        <translation>Mọi thứ đã xong. Đăng xuất là kết thúc ca.</translation>
    </message>
    <message>
        <source>Have all units of this shift been scanned?</source>
        <translation>Đã quét hết sản phẩm của ca này chưa?</translation>
    </message>
    <message>
        <source>Nobody is signed in, and no shift is open. To begin the next one, sign in on the page Account.</source>
        <translation>Chưa ai đăng nhập và không có ca nào đang mở. Để bắt đầu ca tiếp theo, hãy đăng nhập ở trang Tài khoản.</translation>
    </message>
    <message>
        <source>of them wait to be sent</source>
        <translation>trong số đó đang chờ gửi</translation>
    </message>
    <message>
        <source>Scanning is stopped.</source>
        <translation>Đã dừng quét.</translation>
    </message>
    <message>
        <source>belongs here</source>
        <translation>đúng là ở đây</translation>
    </message>
    <message>
        <source>was refused in an earlier shift: take it out</source>
        <translation>bị từ chối ở ca trước: hãy lấy ra</translation>
    </message>
    <message>
        <source>is confirmed: put it with the finished units</source>
        <translation>đã xác nhận: hãy đặt cùng các sản phẩm đã xong</translation>
    </message>
    <message>
        <source>goes on without the tray: put it back with its pallet</source>
        <translation>không cần khay: hãy trả lại pallet</translation>
    </message>
    <message>
        <source>needs a supervisor: decide about it first</source>
        <translation>cần tổ trưởng: hãy quyết định trước</translation>
    </message>
    <message>
        <source>was undone or voided: take it out</source>
        <translation>đã hoàn tác hoặc vô hiệu hóa: hãy lấy ra</translation>
    </message>
    <message>
        <source>was turned away when it was scanned: take it out</source>
        <translation>không được nhận khi quét: hãy lấy ra</translation>
    </message>
    <message>
        <source>was never scanned here: take it out</source>
        <translation>chưa từng quét ở đây: hãy lấy ra</translation>
    </message>
    <message>
        <source>The unit is being looked for</source>
        <translation>Đang tìm sản phẩm</translation>
    </message>
    <message>
        <source>The unit was scrapped</source>
        <translation>Sản phẩm đã bị loại bỏ</translation>
    </message>
    <message>
        <source>The unit is with the repair</source>
        <translation>Sản phẩm đang ở chỗ sửa chữa</translation>
    </message>
    <message>
        <source>counted in the tray</source>
        <translation>đếm được trong khay</translation>
    </message>
    <message>
        <source>refused in this shift</source>
        <translation>bị từ chối trong ca này</translation>
    </message>
    <message>
        <source>The tray is right. Press Next.</source>
        <translation>Khay đúng. Bấm Tiếp.</translation>
    </message>
    <message>
        <source>It does not match. A supervisor has let it go as it stands.</source>
        <translation>Không khớp. Tổ trưởng đã cho qua như hiện tại.</translation>
    </message>
    <message>
        <source>It does not match. Scan each unit in the tray: what is missing and what does not belong there is named here.</source>
        <translation>Không khớp. Hãy quét từng sản phẩm trong khay: cái thiếu và cái không thuộc khay sẽ được nêu tại đây.</translation>
    </message>
    <message>
        <source>%1 of %2 found by scanning</source>
        <translation>quét thấy %1 trên %2</translation>
    </message>
    <message>
        <source>Does not belong in the tray:</source>
        <translation>Không thuộc khay:</translation>
    </message>
    <message>
        <source>Missing from the tray:</source>
        <translation>Thiếu trong khay:</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Fill in every field.</source>
        <translation>Hãy điền mọi ô.</translation>
    </message>
    <message>
        <source>The form is not complete</source>
        <translation>Biểu mẫu chưa đủ</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Đang đăng nhập</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Đang đăng nhập …</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>Trung tâm dữ liệu</translation>
    </message>
    <message>
        <source>Choose the data centre of the account, or type another address.</source>
        <translation>Chọn trung tâm dữ liệu của tài khoản, hoặc nhập địa chỉ khác.</translation>
    </message>
    <message>
        <source>Sign in to the platform</source>
        <translation>Đăng nhập nền tảng</translation>
    </message>
</context>
<context>
    <name>SignOutStep</name>
    <message>
        <source>End the shift</source>
        <translation>Kết thúc ca này</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Sound check</source>
        <translation>Thử tiếng</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Phát lại</translation>
    </message>
    <message>
        <source>I did not hear them</source>
        <translation>Tôi không nghe thấy</translation>
    </message>
    <message>
        <source>I heard all five</source>
        <translation>Tôi nghe đủ năm tiếng</translation>
    </message>
    <message>
        <source>Accepted: one short high blip</source>
        <translation>Đã nhận: một tiếng cao ngắn</translation>
    </message>
    <message>
        <source>Already scanned: two low blips</source>
        <translation>Đã quét rồi: hai tiếng trầm</translation>
    </message>
    <message>
        <source>Set aside: three falling notes</source>
        <translation>Để riêng: ba tiếng thấp dần</translation>
    </message>
    <message>
        <source>Stop: low and high in turn, again and again</source>
        <translation>Dừng: trầm và cao luân phiên, lặp lại</translation>
    </message>
    <message>
        <source>Information: one soft chime</source>
        <translation>Thông báo: một tiếng chuông nhẹ</translation>
    </message>
    <message>
        <source>The sounds are switched off: the setting “volume” is 0.</source>
        <translation>Âm thanh đã tắt: cài đặt “volume” là 0.</translation>
    </message>
    <message>
        <source>Check that a loudspeaker is plugged in and switched on, that the computer is not muted, and its volume. Then play them again, or call the supervisor. Until then watch the screen after each scan.</source>
        <translation>Hãy kiểm tra loa đã cắm và bật chưa, máy tính có bị tắt tiếng không, và âm lượng. Sau đó phát lại, hoặc gọi tổ trưởng. Cho đến lúc đó, hãy nhìn màn hình sau mỗi lần quét.</translation>
    </message>
    <message>
        <source>Do you hear all five, each when its name is marked?</source>
        <translation>Bạn có nghe đủ năm tiếng, mỗi tiếng khi tên của nó được đánh dấu không?</translation>
    </message>
</context>
<context>
    <name>SoundSide</name>
    <message>
        <source>Sound check</source>
        <translation>Thử tiếng</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Restore the newest backup</source>
        <translation>Khôi phục bản sao lưu mới nhất</translation>
    </message>
</context>
<context>
    <name>StartErrorDialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>StationWindow</name>
    <message>
        <source>%1. Scan that unit again.</source>
        <translation>%1. Hãy quét lại sản phẩm đó.</translation>
    </message>
    <message>
        <source>A label came broken</source>
        <translation>Nhãn đọc bị hỏng</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Kết thúc ca</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân sự</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Bước %1 trên %2: %3</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>red</source>
        <translation>đỏ</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>cam</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>vàng</translation>
    </message>
    <message>
        <source>green</source>
        <translation>xanh lá</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>xanh dương</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>tím</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>nâu</translation>
    </message>
    <message>
        <source>white</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>black</source>
        <translation>đen</translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>scanned</source>
        <translation>đã quét</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training …</source>
        <translation>Luyện tập …</translation>
    </message>
    <message>
        <source>Practise without consequences</source>
        <translation>Luyện tập không gây hậu quả</translation>
    </message>
    <message>
        <source>Training is a window of its own, with a violet frame, on data and a platform of its own: nothing that is done there reaches this station&apos;s data or the real platform. This window stays open. A keyboard scanner writes into the window in front; other scanners stay with this window. To end the training, close its window.</source>
        <translation>Luyện tập là một cửa sổ riêng có khung tím, với dữ liệu và nền tảng riêng: mọi việc ở đó không ảnh hưởng đến dữ liệu của trạm hay nền tảng thật. Cửa sổ này vẫn mở. Máy quét bàn phím ghi vào cửa sổ phía trước; các máy quét khác vẫn thuộc cửa sổ này. Đóng cửa sổ luyện tập để kết thúc.</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>Bắt đầu luyện tập</translation>
    </message>
    <message>
        <source>Start it from a terminal: pid-station training</source>
        <translation>Hãy khởi động từ terminal: pid-station training</translation>
    </message>
    <message>
        <source>The training did not start</source>
        <translation>Không bắt đầu được luyện tập</translation>
    </message>
    <message>
        <source>TRAINING - PID Station</source>
        <translation>LUYỆN TẬP - PID Station</translation>
    </message>
    <message>
        <source>TRAINING - nothing is sent to the platform</source>
        <translation>LUYỆN TẬP - không gửi gì lên nền tảng</translation>
    </message>
    <message>
        <source>TRAINING - to end it, close this window</source>
        <translation>LUYỆN TẬP - đóng cửa sổ này để kết thúc</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>LUYỆN TẬP</translation>
    </message>
</context>
<context>
    <name>TrayStep</name>
    <message>
        <source>Units that are missing or do not belong here</source>
        <translation>Sản phẩm thiếu hoặc không thuộc đây</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Đếm lại</translation>
    </message>
    <message>
        <source>Go on all the same …</source>
        <translation>Vẫn tiếp tục …</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Opening the port …</source>
        <translation>Đang mở cổng …</translation>
    </message>
    <message>
        <source>%1 bytes have come</source>
        <translation>Đã nhận %1 byte</translation>
    </message>
    <message>
        <source>Start the transmission at the scanner now.</source>
        <translation>Hãy bắt đầu gửi từ máy quét ngay.</translation>
    </message>
    <message>
        <source>Waiting for the scanner</source>
        <translation>Đang chờ máy quét</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>WayDialog</name>
    <message>
        <source>Print …</source>
        <translation>In …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Lưu thành PDF …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>Choose the name first.</source>
        <translation>Hãy chọn tên trước.</translation>
    </message>
    <message>
        <source>Type the PIN.</source>
        <translation>Hãy nhập mã PIN.</translation>
    </message>
    <message>
        <source>Choose the name, then type the PIN.</source>
        <translation>Chọn tên rồi nhập mã PIN.</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Go back to scanning</source>
        <translation>Quay lại quét</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <source>Go back to scanning?</source>
        <translation>Quay lại quét?</translation>
    </message>
    <message>
        <source>Units are taken again. What was counted is counted anew at the next end of the shift.</source>
        <translation>Lại nhận sản phẩm. Những gì đã đếm sẽ được đếm lại ở lần kết thúc ca sau.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Zigbee</source>
        <translation>Zigbee</translation>
    </message>
    <message>
        <source>OEM firmware</source>
        <translation>Firmware OEM</translation>
    </message>
    <message>
        <source>General firmware</source>
        <translation>Firmware chung</translation>
    </message>
    <message>
        <source>Custom firmware</source>
        <translation>Firmware riêng</translation>
    </message>
    <message>
        <source>In development</source>
        <translation>Đang phát triển</translation>
    </message>
    <message>
        <source>Trial production</source>
        <translation>Sản xuất thử</translation>
    </message>
    <message>
        <source>Mass production</source>
        <translation>Sản xuất hàng loạt</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Trung Quốc</translation>
    </message>
    <message>
        <source>Western America</source>
        <translation>Tây Mỹ</translation>
    </message>
    <message>
        <source>Eastern America</source>
        <translation>Đông Mỹ</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>Trung Âu</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>Tây Âu</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Ấn Độ</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>đã lưu</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>đã xác nhận</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>needs a supervisor</source>
        <translation>cần tổ trưởng</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>đã vô hiệu</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>đã bàn giao</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>ALREADY SCANNED</source>
        <translation>ĐÃ QUÉT RỒI</translation>
    </message>
    <message>
        <source>read twice, counted once</source>
        <translation>đọc hai lần, tính một lần</translation>
    </message>
    <message>
        <source>NOT AN SN</source>
        <translation>KHÔNG PHẢI SN</translation>
    </message>
    <message>
        <source>WRONG PRODUCT</source>
        <translation>SAI SẢN PHẨM</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>ĐỂ RIÊNG</translation>
    </message>
    <message>
        <source>CERTIFICATE FULL</source>
        <translation>HẾT HẠN MỨC</translation>
    </message>
    <message>
        <source>CERTIFICATE CLOSED</source>
        <translation>CHỨNG NHẬN ĐÓNG</translation>
    </message>
    <message>
        <source>WAIT</source>
        <translation>CHỜ</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <translation>CHƯA GHI</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Không được duyệt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Bị thu hồi</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>chưa hỏi</translation>
    </message>
    <message>
        <source>online</source>
        <translation>có mạng</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>mất mạng</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>cần đăng nhập</translation>
    </message>
    <message>
        <source>settings refused</source>
        <translation>cài đặt bị từ chối</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>không có mạng</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>không có internet</translation>
    </message>
    <message>
        <source>the platform does not answer</source>
        <translation>nền tảng không trả lời</translation>
    </message>
    <message>
        <source>the platform is busy</source>
        <translation>nền tảng bận</translation>
    </message>
    <message>
        <source>a log-in page of the network answers</source>
        <translation>gặp trang đăng nhập của mạng</translation>
    </message>
    <message>
        <source>the connection is not secure</source>
        <translation>kết nối không an toàn</translation>
    </message>
    <message>
        <source>the proxy refuses</source>
        <translation>proxy từ chối</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is wrong</source>
        <translation>đồng hồ máy tính sai</translation>
    </message>
    <message>
        <source>Supervisor: check the network cable or the Wi-Fi.</source>
        <translation>Tổ trưởng: kiểm tra cáp mạng hoặc Wi-Fi.</translation>
    </message>
    <message>
        <source>Supervisor: check the router, or ask the network&apos;s people.</source>
        <translation>Tổ trưởng: kiểm tra bộ định tuyến, hoặc hỏi người phụ trách mạng.</translation>
    </message>
    <message>
        <source>Nobody need do anything: it is tried again.</source>
        <translation>Không cần làm gì: máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Supervisor: log in to the network in a browser.</source>
        <translation>Tổ trưởng: đăng nhập mạng bằng trình duyệt.</translation>
    </message>
    <message>
        <source>Supervisor: check this computer&apos;s date and the setting ca_bundle.</source>
        <translation>Tổ trưởng: kiểm tra ngày của máy tính và cài đặt ca_bundle.</translation>
    </message>
    <message>
        <source>Supervisor: check the proxy settings.</source>
        <translation>Tổ trưởng: kiểm tra cài đặt proxy.</translation>
    </message>
    <message>
        <source>Supervisor: set this computer&apos;s date and time.</source>
        <translation>Tổ trưởng: chỉnh ngày giờ của máy tính.</translation>
    </message>
    <message>
        <source>Supervisor: sign in again.</source>
        <translation>Tổ trưởng: đăng nhập lại.</translation>
    </message>
    <message>
        <source>Tell the supervisor.</source>
        <translation>Hãy báo tổ trưởng.</translation>
    </message>
    <message>
        <source>the oldest unit has waited too long</source>
        <translation>sản phẩm cũ nhất đã chờ quá lâu</translation>
    </message>
    <message>
        <source>too many units wait</source>
        <translation>quá nhiều sản phẩm chờ</translation>
    </message>
    <message>
        <source>own share used up</source>
        <translation>hết phần của trạm</translation>
    </message>
    <message>
        <source>own share ends</source>
        <translation>phần của trạm hết hạn</translation>
    </message>
    <message>
        <source>certificate used up</source>
        <translation>chứng nhận đã dùng hết</translation>
    </message>
    <message>
        <source>certificate ends</source>
        <translation>chứng nhận sắp hết hạn</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>already on the new PID</source>
        <translation>đã có PID mới</translation>
    </message>
    <message>
        <source>the platform does not know this SN</source>
        <translation>nền tảng không biết SN này</translation>
    </message>
    <message>
        <source>the unit has another original PID</source>
        <translation>sản phẩm có PID gốc khác</translation>
    </message>
    <message>
        <source>an end user has already bound this unit</source>
        <translation>người dùng đã liên kết sản phẩm này</translation>
    </message>
    <message>
        <source>the platform finds the SN malformed</source>
        <translation>nền tảng cho là SN sai dạng</translation>
    </message>
    <message>
        <source>the product&apos;s protocol cannot be replaced</source>
        <translation>giao thức của sản phẩm không thay được</translation>
    </message>
    <message>
        <source>sent twice in one batch</source>
        <translation>gửi hai lần trong một lô</translation>
    </message>
    <message>
        <source>sent before with other contents</source>
        <translation>đã gửi trước đây với nội dung khác</translation>
    </message>
    <message>
        <source>the certificate is not approved</source>
        <translation>chứng nhận chưa được duyệt</translation>
    </message>
    <message>
        <source>the certificate was revoked</source>
        <translation>chứng nhận đã bị thu hồi</translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation>chứng nhận đã hết hạn</translation>
    </message>
    <message>
        <source>the certificate is used up</source>
        <translation>chứng nhận đã hết hạn mức</translation>
    </message>
    <message>
        <source>this station&apos;s share has run out</source>
        <translation>phần của trạm này đã hết</translation>
    </message>
    <message>
        <source>the platform is busy; it is sent again</source>
        <translation>nền tảng bận; sẽ gửi lại</translation>
    </message>
    <message>
        <source>the unit is busy on the platform; it is sent again</source>
        <translation>sản phẩm đang bận trên nền tảng; sẽ gửi lại</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 ngày %2 giờ</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 trước</translation>
    </message>
    <message>
        <source>replaced elsewhere</source>
        <translation>đã thay nơi khác</translation>
    </message>
    <message>
        <source>unknown SN</source>
        <translation>SN không rõ</translation>
    </message>
    <message>
        <source>another product</source>
        <translation>sản phẩm khác</translation>
    </message>
    <message>
        <source>bound by a user</source>
        <translation>đã có người dùng</translation>
    </message>
    <message>
        <source>malformed SN</source>
        <translation>SN sai dạng</translation>
    </message>
    <message>
        <source>wrong protocol</source>
        <translation>sai giao thức</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa duyệt</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>chứng nhận bị thu hồi</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>chứng nhận hết hạn</translation>
    </message>
    <message>
        <source>certificate full</source>
        <translation>hết hạn mức</translation>
    </message>
    <message>
        <source>share run out</source>
        <translation>hết phần của trạm</translation>
    </message>
</context>
</TS>
