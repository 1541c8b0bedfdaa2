<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>PID Station is used under the Apache License 2.0, Qt under the LGPL 3.0.</source>
        <translation>PID Station 按 Apache License 2.0 使用，Qt 按 LGPL 3.0 使用。</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>已登录：%1</translation>
    </message>
    <message>
        <source>Data centre: %1
Client ID: %2</source>
        <translation>数据中心：%1
客户端 ID：%2</translation>
    </message>
    <message>
        <source>Secrets are kept in this computer&apos;s keyring.</source>
        <translation>密钥保存在本机的密钥环中。</translation>
    </message>
    <message>
        <source>This computer has no keyring: secrets are kept in memory only and have to be typed again after a restart.</source>
        <translation>本机没有密钥环：密钥只保存在内存中，重启后需要重新输入。</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Save list …</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>%n row selected</source>
        <translation>已选 %n 行</translation>
    </message>
    <message>
        <source>%n rows selected</source>
        <translation>已选 %n 行</translation>
    </message>
    <message>
        <source>Select rows to act on them</source>
        <translation>请选择行</translation>
    </message>
    <message>
        <source>Done: %1 of %2</source>
        <translation>已完成：%1 / %2</translation>
    </message>
    <message>
        <source>Found by scanning: %1. A number above shows the other rows again.</source>
        <translation>扫码找到：%1。点上方的数字可再显示其他行。</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>The right SN</source>
        <translation>正确的 SN</translation>
    </message>
</context>
<context>
    <name>Apply</name>
    <message>
        <source>Choose the PID that was burned in.</source>
        <translation>请选择烧录时的 PID。</translation>
    </message>
    <message>
        <source>This product&apos;s PID cannot be replaced.</source>
        <translation>该产品的 PID 不能替换。</translation>
    </message>
    <message>
        <source>Type or paste the customer&apos;s PID.</source>
        <translation>请输入或粘贴客户的 PID。</translation>
    </message>
    <message>
        <source>A PID has letters and digits only.</source>
        <translation>PID 只含字母和数字。</translation>
    </message>
    <message>
        <source>It is the original PID: nothing would change.</source>
        <translation>与原 PID 相同：不会有任何变化。</translation>
    </message>
    <message>
        <source>Not one of this account&apos;s products: the platform checks it when you send. Read it twice.</source>
        <translation>不是本账号的产品：提交时由平台核对。请仔细核对两遍。</translation>
    </message>
    <message>
        <source>A PID usually has 16 characters. Read it twice.</source>
        <translation>PID 通常有 16 个字符。请仔细核对两遍。</translation>
    </message>
    <message>
        <source>That product speaks another protocol: the units may not fit it.</source>
        <translation>该产品使用其他协议：设备可能不适用。</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1.</source>
        <translation>1 到 %1 的整数。</translation>
    </message>
    <message>
        <source>Say what it is for; auditors read it. Up to %1 characters.</source>
        <translation>请说明用途，供审核人员参考。最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Sent %1, and no answer came: it may have arrived. Sending it again is safe, nothing is applied for twice.</source>
        <translation>%1已发送，但没有收到答复：可能已送达。再次发送是安全的，不会重复申请。</translation>
    </message>
    <message>
        <source>The platform does not answer now. The draft stays here until you send it.</source>
        <translation>平台现在没有答复。草稿保存在这里，直到您发送。</translation>
    </message>
    <message>
        <source>Kept as a draft, %1.</source>
        <translation>已存为草稿，%1。</translation>
    </message>
    <message>
        <source>After the audit is approved the certificate can be used.</source>
        <translation>审核通过后即可使用该证书。</translation>
    </message>
    <message>
        <source>Applied: certificate %1</source>
        <translation>已申请：证书 %1</translation>
    </message>
    <message>
        <source>The auditors decide. The station says so here when they have.</source>
        <translation>由审核人员决定。有结果时工位会在此提示。</translation>
    </message>
    <message>
        <source>Drop the application?</source>
        <translation>放弃这份申请？</translation>
    </message>
    <message>
        <source>It may have arrived. Press Refresh afterwards: if it did, it stands in the list as pending.</source>
        <translation>申请可能已送达。之后请按“刷新”：若已送达，列表中会显示为待审核。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The platform refuses: %1</source>
        <translation>平台拒绝：%1</translation>
    </message>
</context>
<context>
    <name>ApplyDialog</name>
    <message>
        <source>Apply for certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>原 PID</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>新 PID</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>BalanceStep</name>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>Go on all the same …</source>
        <translation>仍然继续…</translation>
    </message>
</context>
<context>
    <name>CertificateTableModel</name>
    <message>
        <source>Original PID</source>
        <translation>原 PID</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>新 PID</translation>
    </message>
    <message>
        <source>Replaced quantity/Total</source>
        <translation>已替换数量/总数</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>审核状态</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>更新于</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Perform replacement</source>
        <translation>执行替换</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1，使用中</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Products and certificates</source>
        <translation>产品与证书</translation>
    </message>
    <message>
        <source>Replaceable products</source>
        <translation>可替换产品</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Job card …</source>
        <translation>工单…</translation>
    </message>
    <message>
        <source>Apply for certificate …</source>
        <translation>申请证书…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Go on applying (draft) …</source>
        <translation>继续申请（草稿）…</translation>
    </message>
    <message>
        <source>Asking the platform …</source>
        <translation>正在查询平台…</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>数据时间：%1</translation>
    </message>
</context>
<context>
    <name>CertificatesTab</name>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Search number, PID or applicant</source>
        <translation>搜索编号、PID 或申请人</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>审核状态</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>%n certificate</source>
        <translation>%n 张证书</translation>
    </message>
    <message>
        <source>%n certificates</source>
        <translation>%n 张证书</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Audit remark</source>
        <translation>审核备注</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>审核时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Reserved elsewhere</source>
        <translation>其他工位预留</translation>
    </message>
</context>
<context>
    <name>ControlPanel</name>
    <message>
        <source>PID Station demo: the world outside</source>
        <translation>PID Station 演示：外部环境</translation>
    </message>
    <message>
        <source>Sign in, choose {}, then scan:</source>
        <translation>登录，选择 {}，然后扫码：</translation>
    </message>
    <message>
        <source>Scan the next unit</source>
        <translation>扫下一台</translation>
    </message>
    <message>
        <source>Scan the same unit again</source>
        <translation>再扫同一台</translation>
    </message>
    <message>
        <source>Scan a unit the platform refuses</source>
        <translation>扫一台平台会拒绝的</translation>
    </message>
    <message>
        <source>Scan a MAC address label</source>
        <translation>扫 MAC 地址标签</translation>
    </message>
    <message>
        <source>Approve what was applied for</source>
        <translation>批准刚申请的证书</translation>
    </message>
    <message>
        <source>Pull the scanner&apos;s plug</source>
        <translation>拔掉扫码枪</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>断开网络</translation>
    </message>
    <message>
        <source>Put the plug back</source>
        <translation>插回扫码枪</translation>
    </message>
    <message>
        <source>Bring the network back</source>
        <translation>恢复网络</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>%1: %2 is %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>%1 units wait to be sent, and the setting offline_units allows no more</source>
        <translation>%1 台待发送，设置 offline_units 不允许更多</translation>
    </message>
    <message>
        <source>the oldest of %1 waiting units is older than %2 h (offline_hours)</source>
        <translation>%1 台待发送中最早的已超过 %2 小时（offline_hours）</translation>
    </message>
    <message>
        <source>%1: %2; it goes on when the platform has answered</source>
        <translation>%1：%2；平台答复后继续</translation>
    </message>
    <message>
        <source>all %1 units of %2 are used, waiting or reserved</source>
        <translation>%2 的 %1 台配额已全部使用、待发送或预留</translation>
    </message>
    <message>
        <source>this station&apos;s own share of %1 is used up; it gets more when the platform answers</source>
        <translation>本站在 %1 中的份额已用完；平台答复后会再领取</translation>
    </message>
    <message>
        <source>no_certificate: no certificate is chosen</source>
        <translation>no_certificate: 未选择证书</translation>
    </message>
    <message>
        <source>%1 cannot be made or used (%2). Choose another folder with --data-dir.</source>
        <translation>%1 无法创建或使用（%2）。请用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no scan to undo.</source>
        <translation>没有可撤销的扫码。</translation>
    </message>
    <message>
        <source>The last scan, %1, is undone already.</source>
        <translation>上一次扫码 %1 已撤销。</translation>
    </message>
    <message>
        <source>%1 has been sent or handed over; it cannot be taken back here. Call the supervisor.</source>
        <translation>%1 已发送或已移交，无法在此撤回。请叫主管。</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>Too late to undo</source>
        <translation>已无法撤销</translation>
    </message>
    <message>
        <source>a token is no plain text</source>
        <translation>令牌不是纯文本</translation>
    </message>
    <message>
        <source>The sign-in has expired and no password is stored.</source>
        <translation>登录已过期，且未保存密码。</translation>
    </message>
    <message>
        <source>The platform answered: %1 (code %2). Check account and password.</source>
        <translation>平台答复：%1（代码 %2）。请检查账号和密码。</translation>
    </message>
    <message>
        <source>The platform refuses a fresh token (code %1).</source>
        <translation>平台拒绝了新的令牌（代码 %1）。</translation>
    </message>
    <message>
        <source>Its token answer lacks or garbles a field. Check the endpoint address.</source>
        <translation>令牌答复缺少字段或内容有误。请检查接口地址。</translation>
    </message>
    <message>
        <source>What it names has ended by the platform&apos;s clock. It is put together anew.</source>
        <translation>按平台时间，所涉内容已结束。会重新生成请求。</translation>
    </message>
    <message>
        <source>the answer has no %1</source>
        <translation>答复中没有 %1</translation>
    </message>
    <message>
        <source>The answer cannot be understood: %1. The station tries again.</source>
        <translation>无法理解答复：%1。工位会重试。</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>数字 %1</translation>
    </message>
    <message>
        <source>a lease has no proper lease_id or expires_at</source>
        <translation>份额缺少有效的 lease_id 或 expires_at</translation>
    </message>
    <message>
        <source>a lease lacks or garbles %1</source>
        <translation>份额缺少 %1 或内容有误</translation>
    </message>
    <message>
        <source>a certificate lacks or garbles %1</source>
        <translation>证书缺少 %1 或内容有误</translation>
    </message>
    <message>
        <source>the client secret is wrong</source>
        <translation>客户端密钥不正确</translation>
    </message>
    <message>
        <source>the grant type is not known to this endpoint</source>
        <translation>此接口不支持该授权类型</translation>
    </message>
    <message>
        <source>the signature does not match: check the client secret</source>
        <translation>签名不匹配：请检查客户端密钥</translation>
    </message>
    <message>
        <source>the client id is not known at this endpoint: check the client id and the data centre</source>
        <translation>此接口没有该客户端 ID：请检查客户端 ID 和数据中心</translation>
    </message>
    <message>
        <source>the endpoint does not take JSON</source>
        <translation>接口不接受 JSON</translation>
    </message>
    <message>
        <source>the endpoint does not take this key</source>
        <translation>接口不接受此密钥</translation>
    </message>
    <message>
        <source>the endpoint does not allow this access</source>
        <translation>接口不允许此访问</translation>
    </message>
    <message>
        <source>a header is missing: something between here and the platform removes headers</source>
        <translation>缺少请求头：本机与平台之间有设备删除了请求头</translation>
    </message>
    <message>
        <source>the project or the account has no permission for this: authorise it on the platform</source>
        <translation>项目或账号没有权限：请在平台上授权</translation>
    </message>
    <message>
        <source>the authorisation code is not valid</source>
        <translation>授权码无效</translation>
    </message>
    <message>
        <source>the endpoint does not know this address: check the data centre and the path prefix</source>
        <translation>接口没有此路径：请检查数据中心和路径前缀</translation>
    </message>
    <message>
        <source>this computer&apos;s address is not on the platform&apos;s allow-list</source>
        <translation>本机地址不在平台白名单中</translation>
    </message>
    <message>
        <source>the account is not linked to this project, or it belongs to another data centre</source>
        <translation>账号未关联此项目，或属于其他数据中心</translation>
    </message>
    <message>
        <source>the cloud development plan has expired</source>
        <translation>云开发套餐已过期</translation>
    </message>
    <message>
        <source>the project has not subscribed to this API</source>
        <translation>项目未订阅此 API</translation>
    </message>
    <message>
        <source>the project is not authorised to call this API</source>
        <translation>项目未获授权调用此 API</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1（代码 %2）</translation>
    </message>
    <message>
        <source>It answered: %1.</source>
        <translation>平台答复：%1。</translation>
    </message>
    <message>
        <source>It was %1 (HTTP %2). Check the network and the endpoint address; scanning goes on.</source>
        <translation>收到的是%1（HTTP %2）。请检查网络和接口地址；扫码继续。</translation>
    </message>
    <message>
        <source>It asks to slow down (%1).</source>
        <translation>平台要求放慢（%1）。</translation>
    </message>
    <message>
        <source>It answered: %1. The station tries again by itself.</source>
        <translation>平台答复：%1。工位会自动重试。</translation>
    </message>
    <message>
        <source>The platform answered: %1. Check the account and the password.</source>
        <translation>平台答复：%1。请检查账号和密码。</translation>
    </message>
    <message>
        <source>It answered: %1. That means: %2. Nothing is lost.</source>
        <translation>平台答复：%1。含义：%2。数据没有丢失。</translation>
    </message>
    <message>
        <source>It answered with HTTP %1. The station tries again by itself.</source>
        <translation>平台以 HTTP %1 答复。工位会自动重试。</translation>
    </message>
    <message>
        <source>a web page, as a log-in page of a guest network would be</source>
        <translation>网页，可能是访客网络的登录页</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>空答复</translation>
    </message>
    <message>
        <source>an answer that is cut off or not in the platform&apos;s form</source>
        <translation>不完整或不符合平台格式的答复</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>%1 is not an address. It looks like https://openapi.tuyaeu.com</source>
        <translation>%1 不是地址。正确格式如 https://openapi.tuyaeu.com</translation>
    </message>
    <message>
        <source>No connection to %1: %2. Check network and address; scanning goes on.</source>
        <translation>无法连接 %1：%2。请检查网络和地址；扫码继续。</translation>
    </message>
    <message>
        <source>An address with a user name or a password in it is not taken. Leave them out.</source>
        <translation>不接受含用户名或密码的地址。请去掉它们。</translation>
    </message>
    <message>
        <source>%1 is not encrypted. Plain http is only allowed to this machine; use https.</source>
        <translation>%1 未加密。明文 http 只允许连接本机；请使用 https。</translation>
    </message>
    <message>
        <source>The file %1 of the setting ca_bundle does not hold certificates (%2). Correct the setting.</source>
        <translation>设置 ca_bundle 的文件 %1 中没有 CA 证书（%2）。请更正设置。</translation>
    </message>
    <message>
        <source>It sent more than %1 bytes.</source>
        <translation>发送的数据超过 %1 字节。</translation>
    </message>
    <message>
        <source>%1 did not prove who it is (%2). Check the date of this computer, and whether the factory&apos;s proxy has its own certificate authority (setting ca_bundle).</source>
        <translation>%1 无法证明身份（%2）。请检查本机日期，以及工厂代理是否使用自己的证书颁发机构（设置 ca_bundle）。</translation>
    </message>
    <message>
        <source>The proxy refuses: %1. Check the proxy settings.</source>
        <translation>代理服务器拒绝：%1。请检查代理设置。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. The station tries again.</source>
        <translation>%1 未及时答复。工位会重试。</translation>
    </message>
    <message>
        <source>The exchange with %1 failed: %2. The station tries again.</source>
        <translation>与 %1 的通信失败：%2。工位会重试。</translation>
    </message>
    <message>
        <source>The answer did not end in time. The station tries again.</source>
        <translation>答复未及时结束。工位会重试。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>This cannot be done as asked</source>
        <translation>无法按要求执行</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>未知证书</translation>
    </message>
    <message>
        <source>The certificate is not approved</source>
        <translation>证书尚未通过审核</translation>
    </message>
    <message>
        <source>The file cannot be used here</source>
        <translation>此文件无法在此使用</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN 码错误</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>PIN 码错误次数过多</translation>
    </message>
    <message>
        <source>This code commands nothing here</source>
        <translation>此条码在本站无效</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>Scans are waiting to be sent</source>
        <translation>有扫码待发送</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>The platform refuses this station&apos;s settings</source>
        <translation>平台拒绝本站的设置</translation>
    </message>
    <message>
        <source>The platform is not reachable</source>
        <translation>无法连接平台</translation>
    </message>
    <message>
        <source>The secure connection failed</source>
        <translation>安全连接失败</translation>
    </message>
    <message>
        <source>The answer did not come from the platform</source>
        <translation>答复不是来自平台</translation>
    </message>
    <message>
        <source>The platform is busy</source>
        <translation>平台繁忙</translation>
    </message>
    <message>
        <source>The request came too late</source>
        <translation>请求已过期</translation>
    </message>
    <message>
        <source>The platform has gone back to an earlier state</source>
        <translation>平台已退回到更早的状态</translation>
    </message>
    <message>
        <source>The platform rejected the request</source>
        <translation>平台拒绝了请求</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>数据库无法写入</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>The database belongs to a newer version</source>
        <translation>数据库属于更新的版本</translation>
    </message>
    <message>
        <source>The data folder cannot be used</source>
        <translation>数据文件夹无法使用</translation>
    </message>
    <message>
        <source>The scanner cannot be used</source>
        <translation>扫码枪无法使用</translation>
    </message>
    <message>
        <source>The data folder is in use</source>
        <translation>数据文件夹正在使用</translation>
    </message>
    <message>
        <source>The platform does not accept the stored sign-in any more.</source>
        <translation>平台不再接受已保存的登录。</translation>
    </message>
    <message>
        <source>No certificate %1 is known for this account. Check the number, or list them with: pid-station certificates</source>
        <translation>此账号没有证书 %1。请检查编号，或用以下命令列出：pid-station certificates</translation>
    </message>
    <message>
        <source>Certificate %1 is %2; only an approved certificate can be used. Choose another one, or wait for the audit.</source>
        <translation>证书 %1 的状态为：%2；只能使用审核通过的证书。请选择其他证书，或等待审核。</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>最后一次机会</translation>
    </message>
    <message>
        <source>%1 tries left</source>
        <translation>还可试 %1 次</translation>
    </message>
    <message>
        <source>%1. Forgotten? A supervisor can give a new PIN.</source>
        <translation>%1。忘记了？主管可以设新的 PIN 码。</translation>
    </message>
    <message>
        <source>%1 can try again in %2 min. A badge still works.</source>
        <translation>%1 可在 %2 分钟后重试。工牌仍可使用。</translation>
    </message>
    <message>
        <source>It belongs to another station, or was revoked. Print a new one on this station.</source>
        <translation>它属于其他工位，或已作废。请在本站重新打印。</translation>
    </message>
    <message>
        <source>1 scan is</source>
        <translation>有 1 次扫码</translation>
    </message>
    <message>
        <source>%1 scans are</source>
        <translation>有 %1 次扫码</translation>
    </message>
    <message>
        <source>%1 not settled yet. %2. Then sign out.</source>
        <translation>%1尚未完成。%2。然后再退出登录。</translation>
    </message>
    <message>
        <source>%1 Sign in again; everything scanned is kept and will be sent then.</source>
        <translation>%1 请重新登录；已扫的都保留，登录后发送。</translation>
    </message>
    <message>
        <source>%1 %2 sent again</source>
        <translation>%1 %2已重新发送</translation>
    </message>
    <message>
        <source>no unit is missing</source>
        <translation>没有缺少产品</translation>
    </message>
    <message>
        <source>Certificate %1: %2, and its count begins anew. Tell whoever looks after the platform; scanning goes on.</source>
        <translation>证书 %1：%2，其计数重新开始。请告知平台管理人员；扫码继续。</translation>
    </message>
    <message>
        <source>%1 has schema %2, this program knows up to %3. Start the newer PID Station; nothing has been changed.</source>
        <translation>%1 的结构版本为 %2，本程序最高支持 %3。请启动更新版本的 PID Station；未做任何更改。</translation>
    </message>
    <message>
        <source>%1 is working on %2. Close it first, or use another folder with --data-dir. Reading commands (queue, report, verify, doctor, certificates --cached) work meanwhile.</source>
        <translation>%1 正在使用 %2。请先关闭它，或用 --data-dir 使用其他文件夹。只读命令（queue、report、verify、doctor、certificates --cached）仍可使用。</translation>
    </message>
    <message>
        <source>Send first (pid-station sync) or hand over (pid-station export FILE)</source>
        <translation>请先发送（pid-station sync）或移交（pid-station export FILE）</translation>
    </message>
    <message>
        <source>1 is</source>
        <translation>有 1 条</translation>
    </message>
    <message>
        <source>%1 are</source>
        <translation>有 %1 条</translation>
    </message>
    <message>
        <source>%1 parked: a supervisor decides (pid-station retry or pid-station void)</source>
        <translation>%1搁置：由主管决定（pid-station retry 或 pid-station void）</translation>
    </message>
    <message>
        <source>unit is</source>
        <translation>台产品</translation>
    </message>
    <message>
        <source>units are</source>
        <translation>台产品</translation>
    </message>
    <message>
        <source>The window stood still</source>
        <translation>窗口曾停止响应</translation>
    </message>
    <message>
        <source>The station does not get on</source>
        <translation>工位停滞不前</translation>
    </message>
    <message>
        <source>Something broke in the last run</source>
        <translation>上次运行时出了故障</translation>
    </message>
    <message>
        <source>It did not answer for %1 s. Nothing that was shown green is lost. Save a support bundle on the page Health and send it to whoever looks after this station.</source>
        <translation>%1 秒没有响应。已显示绿色的都没有丢失。请在“状态检查”页保存支持包，发给负责本站的人。</translation>
    </message>
    <message>
        <source>The disk or the database does not answer: scans are not recorded. Stop the line and call the supervisor.</source>
        <translation>磁盘或数据库没有应答：扫码没有记录。请停线并叫主管。</translation>
    </message>
    <message>
        <source>It was at %1. Everything that was shown green is safe. Save a support bundle on the page Health and send it to whoever looks after this station.</source>
        <translation>时间是 %1。已显示绿色的都已安全保存。请在“状态检查”页保存支持包，发给负责本站的人。</translation>
    </message>
    <message>
        <source>taken by station %1</source>
        <translation>已由工位 %1 接收</translation>
    </message>
    <message>
        <source>a look ends in what it saw</source>
        <translation>查看以所见结束</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>here it is %1</source>
        <translation>在本站为：%1</translation>
    </message>
    <message>
        <source>this station has %1 already, %2 under %3</source>
        <translation>本站已有 %1，%2，证书 %3</translation>
    </message>
    <message>
        <source>this station does not understand the row</source>
        <translation>本站无法理解此行</translation>
    </message>
    <message>
        <source>it belongs to another account</source>
        <translation>属于其他账号</translation>
    </message>
    <message>
        <source>its item id stands for another unit here</source>
        <translation>其条目编号在本站对应另一台产品</translation>
    </message>
    <message>
        <source>None of its rows left this station by that file. Import it at the station that wrote the queue file.</source>
        <translation>其中没有一行是由该文件从本站移出的。请在导出队列文件的工位导入。</translation>
    </message>
    <message>
        <source>station %1 refused it: %2</source>
        <translation>工位 %1 拒绝：%2</translation>
    </message>
    <message>
        <source>The receipt is for another station</source>
        <translation>回执属于其他工位</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>尚未登录。</translation>
    </message>
    <message>
        <source>Its rows belong to %1; here %2 is signed in. Rows are sent only by the account that scanned them: sign in as that account, then import again.</source>
        <translation>其中各行属于 %1；本站登录的是 %2。只能由扫码的账号发送：请用该账号登录后重新导入。</translation>
    </message>
    <message>
        <source>The file belongs to another account</source>
        <translation>文件属于其他账号</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Nothing was handed over. Name another file.</source>
        <translation>%1 无法写入（%2）。未移交任何内容。请指定其他文件。</translation>
    </message>
    <message>
        <source>in the queue file %1</source>
        <translation>在队列文件 %1 中</translation>
    </message>
    <message>
        <source>%1 is there already and is not overwritten. Name a new file.</source>
        <translation>%1 已存在，不会覆盖。请指定新文件。</translation>
    </message>
    <message>
        <source>The queue file cannot be written</source>
        <translation>队列文件无法写入</translation>
    </message>
    <message>
        <source>The file exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>no such folder: %1</source>
        <translation>没有此文件夹：%1</translation>
    </message>
    <message>
        <source>bounce: read twice, counted once</source>
        <translation>bounce: 读了两次，只计一次</translation>
    </message>
    <message>
        <source>Free some space and scan the unit again; what is left is needed to send the rest.</source>
        <translation>请清理磁盘空间后重扫；剩余空间要留给待发送的数据。</translation>
    </message>
    <message>
        <source>%1 is not possible in state %2</source>
        <translation>状态 %2 下不能执行 %1</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Free some space or give this user write access, or choose another folder with --data-dir.</source>
        <translation>%1 无法写入（%2）。请清理空间或给此用户写权限，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>It has more than %1 MB: no scanner&apos;s memory. Nothing was taken. Name another.</source>
        <translation>文件超过 %1 MB，不是扫码枪存储。未接收任何内容。请选择其他文件。</translation>
    </message>
    <message>
        <source>It holds bytes that no text has. Nothing was taken. Save the scanner&apos;s memory as text or CSV, then import that file.</source>
        <translation>文件含有非文本字节。未接收任何内容。请把扫码枪存储另存为文本或 CSV 后导入。</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>This is not a text file</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>duplicate: scanned before by %1 under %2</source>
        <translation>duplicate: %1 已扫过，证书 %2</translation>
    </message>
    <message>
        <source>That person does not work here any more. Choose somebody else.</source>
        <translation>此人已不在本站。请选择其他人。</translation>
    </message>
    <message>
        <source>A PIN has %1 to %2 digits.</source>
        <translation>PIN 码为 %1 至 %2 位数字。</translation>
    </message>
    <message>
        <source>A name has 1 to %1 readable characters.</source>
        <translation>姓名为 1 至 %1 个可读字符。</translation>
    </message>
    <message>
        <source>Give the supervisor a PIN.</source>
        <translation>请为主管设置 PIN 码。</translation>
    </message>
    <message>
        <source>Scan a badge, or choose the name and type the PIN.</source>
        <translation>请扫工牌，或选择姓名并输入 PIN 码。</translation>
    </message>
    <message>
        <source>A supervisor has to answer for this.</source>
        <translation>此操作须由主管负责。</translation>
    </message>
    <message>
        <source>Scan the badge instead, or ask a supervisor for a PIN.</source>
        <translation>请改扫工牌，或向主管要 PIN 码。</translation>
    </message>
    <message>
        <source>This cannot be a PIN</source>
        <translation>这不是有效的 PIN 码</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有姓名</translation>
    </message>
    <message>
        <source>A supervisor needs a PIN</source>
        <translation>主管需要 PIN 码</translation>
    </message>
    <message>
        <source>%1 is here already. Choose another name.</source>
        <translation>%1 已存在。请换一个姓名。</translation>
    </message>
    <message>
        <source>Add another supervisor first.</source>
        <translation>请先添加另一位主管。</translation>
    </message>
    <message>
        <source>This is not a badge</source>
        <translation>这不是工牌</translation>
    </message>
    <message>
        <source>%1 is not a supervisor</source>
        <translation>%1 不是主管</translation>
    </message>
    <message>
        <source>There is no PIN</source>
        <translation>没有 PIN 码</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>姓名已被使用</translation>
    </message>
    <message>
        <source>%1 is the only supervisor</source>
        <translation>%1 是唯一的主管</translation>
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
        <translation>内容与签名不符：文件在途中被改动，或客户端密钥与导出工位不同。未接收任何内容。请重新复制文件，或由原工位自行发送：在那里导入，然后运行 pid-station sync。</translation>
    </message>
    <message>
        <source>It is neither a queue file nor a receipt of PID Station. For a scanner&apos;s memory dump name the certificate: --certificate NO.</source>
        <translation>既不是 PID Station 的队列文件，也不是回执。导入扫码枪存储时请指定证书：--certificate NO。</translation>
    </message>
    <message>
        <source>It has version %1, this program reads %2. Update PID Station here, then import it again.</source>
        <translation>文件版本为 %1，本程序支持 %2。请更新本站的 PID Station 后重新导入。</translation>
    </message>
    <message>
        <source>Its last line, the signature, is missing or garbled: nothing was taken. Copy the file again from the station that wrote it, or let that station write it anew: pid-station export FILE --again.</source>
        <translation>最后一行（签名）缺失或损坏：未接收任何内容。请从导出工位重新复制，或在那里重新导出：pid-station export FILE --again。</translation>
    </message>
    <message>
        <source>The file was changed</source>
        <translation>文件被改动过</translation>
    </message>
    <message>
        <source>This is not a queue file</source>
        <translation>这不是队列文件</translation>
    </message>
    <message>
        <source>The file is from a newer version</source>
        <translation>文件来自更新的版本</translation>
    </message>
    <message>
        <source>The file is cut off</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>certificate end</source>
        <translation>证书到期时间</translation>
    </message>
    <message>
        <source>own share</source>
        <translation>本站份额</translation>
    </message>
    <message>
        <source>%1, as the platform had it %2 ago</source>
        <translation>%1，平台 %2 前的数据</translation>
    </message>
    <message>
        <source>%1 units are reserved for this station, for %2</source>
        <translation>为本站预留 %1 台，有效期 %2</translation>
    </message>
    <message>
        <source>%1 may wait to be sent; %2 now</source>
        <translation>可等待发送：%1；现在：%2</translation>
    </message>
    <message>
        <source>%1 MB free, enough for about %2 units</source>
        <translation>剩余 %1 MB，约可存 %2 台</translation>
    </message>
    <message>
        <source>not kept on this computer: after a restart scanning goes on, and sending needs a new sign-in</source>
        <translation>未保存在本机：重启后可继续扫码，但发送需要重新登录</translation>
    </message>
    <message>
        <source>the newest is %1 old</source>
        <translation>最新的备份在 %1 前</translation>
    </message>
    <message>
        <source>none is seen; one in keyboard mode is not listed</source>
        <translation>未检测到；键盘模式的扫码枪不会列出</translation>
    </message>
    <message>
        <source>Connect the station once: others may have used units since.</source>
        <translation>请联网一次：其他工位可能已使用配额。</translation>
    </message>
    <message>
        <source>it ends in %1</source>
        <translation>%1 后到期</translation>
    </message>
    <message>
        <source>Send before it ends: what waits then is refused.</source>
        <translation>请在到期前发送：之后待发送的会被拒绝。</translation>
    </message>
    <message>
        <source>the platform %1: room for %2 units, which other stations may use up as well</source>
        <translation>平台%1：还有 %2 台余量，其他工位也可能用掉</translation>
    </message>
    <message>
        <source>Send first: little is left until scanning stops.</source>
        <translation>请先发送：离停止扫码已不远。</translation>
    </message>
    <message>
        <source>Do not restart, or have the password at hand.</source>
        <translation>请勿重启，或备好密码。</translation>
    </message>
    <message>
        <source>how far this clock is from the platform&apos;s is not known</source>
        <translation>不知本机时钟与平台相差多少</translation>
    </message>
    <message>
        <source>%1 s to the platform&apos;s</source>
        <translation>与平台相差 %1 秒</translation>
    </message>
    <message>
        <source>Open the window for a moment: it makes one.</source>
        <translation>请打开窗口片刻：会自动备份。</translation>
    </message>
    <message>
        <source>entry %1 %2</source>
        <translation>第 %1 条 %2</translation>
    </message>
    <message>
        <source>its last %1 entries are sound</source>
        <translation>最近 %1 条完好</translation>
    </message>
    <message>
        <source>Scan one label to try it.</source>
        <translation>请扫一个标签试试。</translation>
    </message>
    <message>
        <source>1 unit waits</source>
        <translation>1 台待发送</translation>
    </message>
    <message>
        <source>%1 units wait</source>
        <translation>%1 台待发送</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>none is chosen: nothing can be scanned</source>
        <translation>未选择：无法扫码</translation>
    </message>
    <message>
        <source>Choose a certificate.</source>
        <translation>请选择证书。</translation>
    </message>
    <message>
        <source>Choose another certificate.</source>
        <translation>请选择其他证书。</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>there is no certificate to hold a share of</source>
        <translation>没有可持有份额的证书</translation>
    </message>
    <message>
        <source>no unit more can be taken in offline</source>
        <translation>离线时不能再接收产品</translation>
    </message>
    <message>
        <source>Connect the station, or choose another certificate.</source>
        <translation>请联网，或选择其他证书。</translation>
    </message>
    <message>
        <source>has no shares</source>
        <translation>不支持份额</translation>
    </message>
    <message>
        <source>has reserved nothing for it</source>
        <translation>未为本站预留</translation>
    </message>
    <message>
        <source>Let one station at a time work offline on this certificate.</source>
        <translation>此证书一次只让一个工位离线工作。</translation>
    </message>
    <message>
        <source>Connect again before it lapses, or raise share_ttl_s.</source>
        <translation>请在到期前联网，或调大 share_ttl_s。</translation>
    </message>
    <message>
        <source>Connect for a moment to get more, or raise the setting share.</source>
        <translation>请联网片刻以领取更多，或调大设置 share。</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 台</translation>
    </message>
    <message>
        <source>none is set; %1 now</source>
        <translation>未设置；现在 %1</translation>
    </message>
    <message>
        <source>Connect the station and send.</source>
        <translation>请联网并发送。</translation>
    </message>
    <message>
        <source>Free some space on this disk.</source>
        <translation>请清理此磁盘空间。</translation>
    </message>
    <message>
        <source>Free some space before the next shift.</source>
        <translation>请在下一班前清理空间。</translation>
    </message>
    <message>
        <source>Sign in while the network is there.</source>
        <translation>请在有网络时登录。</translation>
    </message>
    <message>
        <source>kept by the operating system: a restart sends by itself</source>
        <translation>由操作系统保存：重启后自动发送</translation>
    </message>
    <message>
        <source>Connect the station once.</source>
        <translation>请联网一次。</translation>
    </message>
    <message>
        <source>there is none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Leave the window open for a moment.</source>
        <translation>请让窗口打开片刻。</translation>
    </message>
    <message>
        <source>Stop, and call the supervisor: pid-station verify</source>
        <translation>请停下，叫主管：pid-station verify</translation>
    </message>
    <message>
        <source>There is no sound copy beside %1. Keep the whole folder and call for support; with a copy from elsewhere: pid-station restore --from FILE</source>
        <translation>%1 旁没有完好的备份。请保留整个文件夹并联系支持；如别处有备份：pid-station restore --from FILE</translation>
    </message>
    <message>
        <source>The database is sound: nothing has been changed.</source>
        <translation>数据库完好：未做任何更改。</translation>
    </message>
    <message>
        <source>%1: %2. Check the disk, then restore again.</source>
        <translation>%1：%2。请检查磁盘，然后重新恢复。</translation>
    </message>
    <message>
        <source>%1 is not a sound copy of a station&apos;s database. Choose another one.</source>
        <translation>%1 不是完好的工位数据库备份。请选择其他备份。</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>无需恢复</translation>
    </message>
    <message>
        <source>%1: %2 is the first unit of %3 and not confirmed yet</source>
        <translation>%1：%2 是 %3 的首件，尚未确认</translation>
    </message>
    <message>
        <source>%1: %2 was the first unit of %3: %4 %5</source>
        <translation>%1：%2 是 %3 的首件：%4 %5</translation>
    </message>
    <message>
        <source>Look at the scan page: it says how the run stands.</source>
        <translation>请看扫码页：那里显示生产状态。</translation>
    </message>
    <message>
        <source>Nothing to skip</source>
        <translation>没有可跳过的</translation>
    </message>
    <message>
        <source>It does not follow this product&apos;s SN rule %1.</source>
        <translation>不符合此产品的 SN 规则 %1。</translation>
    </message>
    <message>
        <source>An SN has only letters, digits, - and _, not %1</source>
        <translation>SN 只含字母、数字、- 和 _，不含 %1</translation>
    </message>
    <message>
        <source>The label is empty.</source>
        <translation>标签为空。</translation>
    </message>
    <message>
        <source>It is a printed command or badge of a station, not a unit.</source>
        <translation>这是工位的命令码或工牌，不是产品。</translation>
    </message>
    <message>
        <source>The SN rule of this product cannot be used: %1. Call the supervisor.</source>
        <translation>此产品的 SN 规则无法使用：%1。请叫主管。</translation>
    </message>
    <message>
        <source>a MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>an AuthKey (a secret; it is not kept)</source>
        <translation>AuthKey（机密；不会保存）</translation>
    </message>
    <message>
        <source>two codes joined</source>
        <translation>两个连在一起的码</translation>
    </message>
    <message>
        <source>It holds control characters. Scan the SN label.</source>
        <translation>含有控制字符。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>It holds letters that no SN has: wrong label, or a wrong keyboard layout.</source>
        <translation>含有 SN 中没有的字符：标签不对，或键盘布局不对。</translation>
    </message>
    <message>
        <source>It is too short for an SN: %1 characters, at least 6.</source>
        <translation>比 SN 短：%1 个字符，至少 6 个。</translation>
    </message>
    <message>
        <source>It is too long for an SN: %1 characters, at most 32.</source>
        <translation>比 SN 长：%1 个字符，最多 32 个。</translation>
    </message>
    <message>
        <source>This product&apos;s SN rule %1 takes too long to check. Call the supervisor.</source>
        <translation>此产品的 SN 规则 %1 检查耗时过长。请叫主管。</translation>
    </message>
    <message>
        <source>It looks like %1. Scan the SN label.</source>
        <translation>像是%1。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>%1 Nothing of it was taken. Correct the file, or take it away.</source>
        <translation>%1 未采用其中任何内容。请修正该文件，或将其移走。</translation>
    </message>
    <message>
        <source>%1 has more than %2 kB.</source>
        <translation>%1 超过 %2 kB。</translation>
    </message>
    <message>
        <source>The file does not hold an object.</source>
        <translation>该文件中不是对象。</translation>
    </message>
    <message>
        <source>The file has %1; known are %2.</source>
        <translation>该文件中有 %1；已知的是 %2。</translation>
    </message>
    <message>
        <source>The key settings holds an object without station_name, which stands beside it.</source>
        <translation>settings 是一个对象，其中没有 station_name，后者写在它旁边。</translation>
    </message>
    <message>
        <source>The key supervisors holds an object of names with hashed PINs, as a station writes it.</source>
        <translation>supervisors 是由姓名和散列 PIN 组成的对象，由工位写出。</translation>
    </message>
    <message>
        <source>The key %1 holds a text of up to %2 readable characters.</source>
        <translation>%1 是最多 %2 个可读字符的文本。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 无法读取（%2）。</translation>
    </message>
    <message>
        <source>The file is no JSON (%1).</source>
        <translation>该文件不是 JSON（%1）。</translation>
    </message>
    <message>
        <source>%1 is not a client id. Copy it from the cloud project&apos;s overview.</source>
        <translation>%1 不是客户端 ID。请从云项目概览中复制。</translation>
    </message>
    <message>
        <source>Another account is signed in.</source>
        <translation>已登录其他账号。</translation>
    </message>
    <message>
        <source>The client secret is not stored on this computer.</source>
        <translation>本机未保存客户端密钥。</translation>
    </message>
    <message>
        <source>An operator&apos;s name has 1 to %1 readable characters.</source>
        <translation>操作员姓名为 1 至 %1 个可读字符。</translation>
    </message>
    <message>
        <source>yes or no (true, false)</source>
        <translation>是或否（true、false）</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>文本对象</translation>
    </message>
    <message>
        <source>There is no setting %1. Known: %2.</source>
        <translation>没有设置 %1。已有：%2。</translation>
    </message>
    <message>
        <source>The setting %1 takes %2, not %3.</source>
        <translation>设置 %1 应为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>The setting %1 takes %2 to %3, not %4.</source>
        <translation>设置 %1 应为 %2 至 %3，而不是 %4。</translation>
    </message>
    <message>
        <source>%1 does not hold settings. Mend it, or move it away.</source>
        <translation>%1 中没有设置。请修正或移走它。</translation>
    </message>
    <message>
        <source>The rule for %1 in the setting %2 cannot be used: %3.</source>
        <translation>设置 %2 中 %1 的规则无法使用：%3。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Mend it, or move it away.</source>
        <translation>%1 无法读取（%2）。请修正或移走它。</translation>
    </message>
    <message>
        <source>%1: %2 Correct it, or move the file away.</source>
        <translation>%1：%2 请更正，或移走该文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2).</source>
        <translation>%1 无法写入（%2）。</translation>
    </message>
    <message>
        <source>Nobody is signed in, so there is no shift to close.</source>
        <translation>没有人登录，所以没有班次可结。</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>its repeat counts multiply to too much</source>
        <translation>重复次数相乘过大</translation>
    </message>
    <message>
        <source>No backup of %1 could be made: %2. Check the disk.</source>
        <translation>无法备份 %1：%2。请检查磁盘。</translation>
    </message>
    <message>
        <source>%1: %2 (%3). Check the disk, then try again.</source>
        <translation>%1：%2（%3）。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>There is no space left for %1. Free some space, then try again.</source>
        <translation>%1 没有剩余空间。请清理空间后重试。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Stop scanning and call the supervisor, who types: pid-station restore</source>
        <translation>%1 已损坏（%2）。请停止扫码并叫主管，由主管输入：pid-station restore</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing (%2). Give this user write access to the folder, or choose another with --data-dir.</source>
        <translation>%1 无法以写方式打开（%2）。请给此用户该文件夹的写权限，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is locked by another program (%2). Close it and try again.</source>
        <translation>%1 被其他程序锁定（%2）。请关闭它后重试。</translation>
    </message>
    <message>
        <source>%1: %2. Stop scanning and call the supervisor, who types: pid-station restore</source>
        <translation>%1：%2。请停止扫码并叫主管，由主管输入：pid-station restore</translation>
    </message>
    <message>
        <source>%1 is on a network drive (%2). Choose a folder on this computer&apos;s own disk.</source>
        <translation>%1 在网络驱动器上（%2）。请选择本机磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>There is no station database at %1. Sign in first: pid-station login</source>
        <translation>%1 没有工位数据库。请先登录：pid-station login</translation>
    </message>
    <message>
        <source>%1: %2. Check the disk, then try again.</source>
        <translation>%1：%2。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>无代码</translation>
    </message>
    <message>
        <source>the answer was not taken in</source>
        <translation>答复未被接收</translation>
    </message>
    <message>
        <source>%1 under %2</source>
        <translation>%1，证书 %2</translation>
    </message>
    <message>
        <source>%1; queued again as %2 by %3</source>
        <translation>%1；由 %3 重新排队为 %2</translation>
    </message>
    <message>
        <source>set aside by %1</source>
        <translation>由 %1 隔离</translation>
    </message>
    <message>
        <source>voided by %1</source>
        <translation>由 %1 作废</translation>
    </message>
    <message>
        <source>it is %1, not parked</source>
        <translation>状态为 %1，未搁置</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>状态为 %1</translation>
    </message>
    <message>
        <source>it has been sent; the platform&apos;s answer decides</source>
        <translation>已发送；以平台答复为准</translation>
    </message>
    <message>
        <source>it stands in a queue file, another station may send it</source>
        <translation>已在队列文件中，其他工位可能发送</translation>
    </message>
    <message>
        <source>Give a reason of 1 to %1 readable characters.</source>
        <translation>请填写原因，1 至 %1 个可读字符。</translation>
    </message>
    <message>
        <source>this account has no such row</source>
        <translation>此账号没有这一行</translation>
    </message>
    <message>
        <source>This account has no row %1. Look at: pid-station queue</source>
        <translation>此账号没有第 %1 行。请查看：pid-station queue</translation>
    </message>
    <message>
        <source>%1 is %2; only a refused unit is queued again.</source>
        <translation>%1 的状态为 %2；只有被拒的产品才能重新排队。</translation>
    </message>
    <message>
        <source>%1 is what was typed the first time.</source>
        <translation>%1 与第一次输入的相同。</translation>
    </message>
    <message>
        <source>%1 has refused %2 for good (%3). Name another certificate.</source>
        <translation>%1 已最终拒绝 %2（%3）。请指定其他证书。</translation>
    </message>
    <message>
        <source>%1 was scanned, not typed. Scan the right label.</source>
        <translation>%1 是扫码的，不是输入的。请扫正确的标签。</translation>
    </message>
    <message>
        <source>Who does this?</source>
        <translation>由谁操作？</translation>
    </message>
    <message>
        <source>Not refused</source>
        <translation>未被拒绝</translation>
    </message>
    <message>
        <source>Not an SN</source>
        <translation>不是 SN</translation>
    </message>
    <message>
        <source>Nothing is corrected</source>
        <translation>没有更正</translation>
    </message>
    <message>
        <source>The unit is in the queue already</source>
        <translation>产品已在队列中</translation>
    </message>
    <message>
        <source>The certificate has no room</source>
        <translation>证书没有余量</translation>
    </message>
    <message>
        <source>The same certificate would refuse it again</source>
        <translation>同一证书会再次拒绝</translation>
    </message>
    <message>
        <source>Nothing was mistyped</source>
        <translation>没有输入错误</translation>
    </message>
    <message>
        <source>the answer said nothing about this item</source>
        <translation>答复未提及此条目</translation>
    </message>
    <message>
        <source>the platform answered the batch without this item</source>
        <translation>平台答复了批次，但没有此条目</translation>
    </message>
    <message>
        <source>the platform does not say who replaced it: %1</source>
        <translation>平台未说明由谁替换：%1</translation>
    </message>
    <message>
        <source>who replaced it could not be asked: %1</source>
        <translation>无法查询由谁替换：%1</translation>
    </message>
    <message>
        <source>the platform has gone back to an earlier state and does not know it any more</source>
        <translation>平台已退回到更早的状态，不再有此条目</translation>
    </message>
    <message>
        <source>the certificate is not approved</source>
        <translation>证书尚未通过审核</translation>
    </message>
    <message>
        <source>confirmed at the other station</source>
        <translation>已在对方工位确认</translation>
    </message>
    <message>
        <source>refused at the other station: %1</source>
        <translation>在对方工位被拒：%1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 units</source>
        <translation>%1：%2 / %3 台</translation>
    </message>
    <message>
        <source>already replaced by station %1 at %2 under certificate %3</source>
        <translation>已由工位 %1 于 %2 替换，证书 %3</translation>
    </message>
    <message>
        <source>the answer says two different things of this item</source>
        <translation>答复对此条目前后矛盾</translation>
    </message>
    <message>
        <source>the answer names SN %1 for this item</source>
        <translation>答复中此条目的 SN 为 %1</translation>
    </message>
    <message>
        <source>the answer says not ok and good at once</source>
        <translation>答复同时表示失败和成功</translation>
    </message>
    <message>
        <source>a code this station does not know</source>
        <translation>本站不认识的代码</translation>
    </message>
    <message>
        <source>replaced by this station before; its answer had been lost</source>
        <translation>此前已由本站替换；当时的答复丢失</translation>
    </message>
    <message>
        <source>already replaced, and the platform does not say by which station</source>
        <translation>已被替换，平台未说明由哪个工位</translation>
    </message>
    <message>
        <source>the answer says ok with the unknown code %1</source>
        <translation>答复为成功，但代码 %1 未知</translation>
    </message>
    <message>
        <source>the answer names the new PID %1</source>
        <translation>答复中的新 PID 为 %1</translation>
    </message>
    <message>
        <source>the platform does not know this item yet</source>
        <translation>平台尚无此条目</translation>
    </message>
    <message>
        <source>since the scan %1</source>
        <translation>扫码之后：%1</translation>
    </message>
    <message>
        <source>no other station has replaced units since the scan: it was used before or is reserved</source>
        <translation>扫码之后没有其他工位替换：之前已用或已预留</translation>
    </message>
    <message>
        <source>station %1 replaced %2</source>
        <translation>工位 %1 替换了 %2</translation>
    </message>
    <message>
        <source>who used it could not be asked (%1)</source>
        <translation>无法查询由谁使用（%1）</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation>请补全缺少的内容。</translation>
    </message>
    <message>
        <source>Send it again, or drop it and look for it in the list.</source>
        <translation>请再次发送，或放弃后在列表中查找。</translation>
    </message>
    <message>
        <source>The application is not complete</source>
        <translation>申请不完整</translation>
    </message>
    <message>
        <source>The application may have arrived</source>
        <translation>申请可能已送达</translation>
    </message>
    <message>
        <source>The shift is being closed</source>
        <translation>正在结班</translation>
    </message>
    <message>
        <source>No unit is taken meanwhile. To scan on, go to End of shift in the window and press: Go back to scanning. Or finish the closing there, or with: pid-station close-shift</source>
        <translation>此时不接收产品。要继续扫码，请到“结班”页按“返回扫码”；或者在那里完成结班，或使用命令：pid-station close-shift</translation>
    </message>
    <message>
        <source>A station&apos;s name has 1 to %1 readable characters.</source>
        <translation>工位名称为 1 到 %1 个可读字符。</translation>
    </message>
    <message>
        <source>No name for a station</source>
        <translation>这不能作为工位名称</translation>
    </message>
    <message>
        <source>sound, schema %1, journal entries verified: %2</source>
        <translation>完好，结构版本 %1，已核对日志条目：%2</translation>
    </message>
    <message>
        <source>%1 scanned, %2 wait to be sent, %3 need a supervisor</source>
        <translation>已扫 %1，待发送 %2，需主管处理 %3</translation>
    </message>
    <message>
        <source>A supervisor decides on the page Queue.</source>
        <translation>由主管在“队列”页处理。</translation>
    </message>
    <message>
        <source>unsupported: stations that are offline together may overrun a certificate (%1)</source>
        <translation>不支持：同时离线的工位可能超出证书配额（%1）</translation>
    </message>
    <message>
        <source>every setting is valid</source>
        <translation>设置均有效</translation>
    </message>
    <message>
        <source>none: secrets are kept in memory only, sign in at each start</source>
        <translation>没有：密钥只保存在内存中，每次启动都要登录</translation>
    </message>
    <message>
        <source>Stop scanning and keep the file; call the supervisor.</source>
        <translation>停止扫码并保留该文件；请叫主管。</translation>
    </message>
    <message>
        <source>journal entry %1 %2</source>
        <translation>日志条目 %1：%2</translation>
    </message>
    <message>
        <source>See: pid-station verify</source>
        <translation>请看：pid-station verify</translation>
    </message>
    <message>
        <source>secrets are kept by the operating system</source>
        <translation>密钥由操作系统保管</translation>
    </message>
    <message>
        <source>does not answer: %1</source>
        <translation>没有应答：%1</translation>
    </message>
    <message>
        <source>Unlock the keyring of this user (best by signing in to the computer with its password), then start the program again. Until then secrets are kept in memory only.</source>
        <translation>请解锁此用户的密钥环（最好用密码登录电脑），然后重新启动程序。在此之前密钥只保存在内存中。</translation>
    </message>
    <message>
        <source>quota is reserved for work offline where the platform can</source>
        <translation>平台支持时，为离线工作预留配额</translation>
    </message>
    <message>
        <source>Sign in on the page Account, or with: pid-station login</source>
        <translation>在“账号”页登录，或用：pid-station login</translation>
    </message>
    <message>
        <source>PID Station %1%2, Python %3, SQLite %4, %5 %6</source>
        <translation>PID Station %1%2, Python %3, SQLite %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 MB free</source>
        <translation>剩余 %1 MB</translation>
    </message>
    <message>
        <source>the audio device takes sounds</source>
        <translation>音频设备可以发声</translation>
    </message>
    <message>
        <source>no audio device: results are seen, not heard</source>
        <translation>没有音频设备：结果只能看到，听不到</translation>
    </message>
    <message>
        <source>Connect a loudspeaker, or choose one in the system&apos;s sound settings.</source>
        <translation>请连接扬声器，或在系统声音设置中选择。</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>on a disk of this computer</source>
        <translation>在本机磁盘上</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>something broke at %1; what was green is safe</source>
        <translation>%1 出了故障；显示绿色的都已安全保存</translation>
    </message>
    <message>
        <source>Save a support bundle and send it to whoever looks after this station.</source>
        <translation>请保存支持包，发给负责本站的人。</translation>
    </message>
    <message>
        <source>in use by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>pid-station login makes it</source>
        <translation>用 pid-station login 创建</translation>
    </message>
    <message>
        <source>nothing broke</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>the process that plays sounds does not work</source>
        <translation>播放声音的进程不工作</translation>
    </message>
    <message>
        <source>Restart the computer&apos;s sound service.</source>
        <translation>请重启本机的声音服务。</translation>
    </message>
    <message>
        <source>Give this user write access to it.</source>
        <translation>请给此用户写入权限。</translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk.</source>
        <translation>请选择本机磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Plug the network cable in, or switch Wi-Fi on; scanning goes on without.</source>
        <translation>请插好网线或打开 Wi-Fi；没有网络也可继续扫码。</translation>
    </message>
    <message>
        <source>it answers %1 (code %2)</source>
        <translation>它应答 %1（代码 %2）</translation>
    </message>
    <message>
        <source>signed in, certificates listed: %1</source>
        <translation>已登录，列出证书 %1 张</translation>
    </message>
    <message>
        <source>the platform is on this computer</source>
        <translation>平台就在本机上</translation>
    </message>
    <message>
        <source>no network interface is connected</source>
        <translation>没有已连接的网络接口</translation>
    </message>
    <message>
        <source>not known on this system</source>
        <translation>此系统上无法得知</translation>
    </message>
    <message>
        <source>Check the name service (DNS) of this network, and the endpoint; scanning goes on without.</source>
        <translation>请检查本网络的域名服务（DNS）和平台地址；没有网络也可继续扫码。</translation>
    </message>
    <message>
        <source>Check cable, name service and proxy; scanning goes on without.</source>
        <translation>请检查网线、域名服务和代理；没有网络也可继续扫码。</translation>
    </message>
    <message>
        <source>through the proxy</source>
        <translation>经由代理</translation>
    </message>
    <message>
        <source>not used: the endpoint is http</source>
        <translation>未使用：平台地址是 http</translation>
    </message>
    <message>
        <source>%1, certificate issued by %2</source>
        <translation>%1，证书由 %2 颁发</translation>
    </message>
    <message>
        <source>If that is the authority of this network&apos;s proxy, let IT install it in the system&apos;s trust store or name its file in the setting ca_bundle. If not, somebody stands in between: do not sign in.</source>
        <translation>如果这是本网络代理的证书颁发机构，请 IT 将其装入系统信任库，或在设置 ca_bundle 中写明其文件。否则中间有人拦截：不要登录。</translation>
    </message>
    <message>
        <source>the client secret is not stored</source>
        <translation>没有保存客户端密钥</translation>
    </message>
    <message>
        <source>the project&apos;s signature is accepted</source>
        <translation>项目签名已被接受</translation>
    </message>
    <message>
        <source>Check client id, secret and data centre.</source>
        <translation>请检查客户端 ID、密钥和数据中心。</translation>
    </message>
    <message>
        <source>, corrected by the station</source>
        <translation>，本站已校正</translation>
    </message>
    <message>
        <source>%1, the proxy of this network</source>
        <translation>%1，这是本网络的代理</translation>
    </message>
    <message>
        <source>; the certificate was issued by %1</source>
        <translation>；证书由 %1 颁发</translation>
    </message>
    <message>
        <source>an unnamed authority</source>
        <translation>未具名的颁发机构</translation>
    </message>
    <message>
        <source>The set-up file was not taken</source>
        <translation>未采用设置文件</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name.</source>
        <translation>%1 已存在。请选择其他名称。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation>%1 无法写入（%2）。请选择其他位置。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>There is no shift %1. Look at: pid-station queue</source>
        <translation>没有班次 %1。请查看：pid-station queue</translation>
    </message>
    <message>
        <source>There is no shift yet; it starts with a scan. Look at: pid-station queue</source>
        <translation>还没有班次；扫第一个码时开始。请查看：pid-station queue</translation>
    </message>
    <message>
        <source>No such shift</source>
        <translation>没有这个班次</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place or name.</source>
        <translation>无法写入 %1（%2）。请换一个位置或文件名。</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>文件没有写入</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>needs a supervisor</source>
        <translation>需要主管</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>counter before</source>
        <translation>之前的计数</translation>
    </message>
    <message>
        <source>counter after</source>
        <translation>之后的计数</translation>
    </message>
    <message>
        <source>change of it</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>confirmed here</source>
        <translation>本站已确认</translation>
    </message>
    <message>
        <source>used elsewhere</source>
        <translation>其他工位使用</translation>
    </message>
    <message>
        <source>Shift report %1</source>
        <translation>班次报告 %1</translation>
    </message>
    <message>
        <source>Per certificate</source>
        <translation>按证书</translation>
    </message>
    <message>
        <source>Per operator</source>
        <translation>按操作员</translation>
    </message>
    <message>
        <source>Shift begun by %1</source>
        <translation>开班人：%1</translation>
    </message>
    <message>
        <source>What was scanned is what became of it</source>
        <translation>扫码数量等于处理结果之和</translation>
    </message>
    <message>
        <source>It balances.</source>
        <translation>两边相等。</translation>
    </message>
    <message>
        <source>It does NOT balance: call the supervisor.</source>
        <translation>两边不相等：请叫主管。</translation>
    </message>
    <message>
        <source>What the platform counted is what was confirmed</source>
        <translation>平台计数等于已确认数量</translation>
    </message>
    <message>
        <source>The counters hold every unit that was confirmed here; the rest was used by other stations.</source>
        <translation>计数包含本站确认的每一台；其余由其他工位使用。</translation>
    </message>
    <message>
        <source>A counter lacks units that were confirmed here: call the supervisor.</source>
        <translation>计数缺少本站已确认的产品：请叫主管。</translation>
    </message>
    <message>
        <source>Units set aside, and units that need a supervisor</source>
        <translation>已隔离的产品和需要主管处理的产品</translation>
    </message>
    <message>
        <source>Anchor of the journal</source>
        <translation>日志锚点</translation>
    </message>
    <message>
        <source>%1 entries, the last one of %2</source>
        <translation>共 %1 条，最后一条的时间是 %2</translation>
    </message>
    <message>
        <source>Whoever keeps this number can prove later that no entry before it was changed: pid-station verify</source>
        <translation>保存此编号，以后可证明之前的条目没有被改动：pid-station verify</translation>
    </message>
    <message>
        <source>Shift leader: name, signature</source>
        <translation>班长：姓名，签名</translation>
    </message>
    <message>
        <source>Quality: name, signature</source>
        <translation>质检：姓名，签名</translation>
    </message>
    <message>
        <source>Begun %1, ended %2</source>
        <translation>开始 %1，结束 %2</translation>
    </message>
    <message>
        <source>Begun %1, still open</source>
        <translation>开始 %1，尚未结束</translation>
    </message>
    <message>
        <source>The platform&apos;s counters of this shift are not known.</source>
        <translation>本班次的平台计数未知。</translation>
    </message>
    <message>
        <source>Units scanned per day</source>
        <translation>每天扫码数量</translation>
    </message>
    <message>
        <source>Units scanned per hour</source>
        <translation>每小时扫码数量</translation>
    </message>
    <message>
        <source>Dark: set aside afterwards.</source>
        <translation>深色：之后被隔离。</translation>
    </message>
    <message>
        <source>Refused by the platform, by reason</source>
        <translation>平台拒绝的产品，按原因</translation>
    </message>
    <message>
        <source>Labels that were not accepted, by reason</source>
        <translation>未接受的标签，按原因</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>扫码时间</translation>
    </message>
    <message>
        <source>There are more: the report as XLSX or CSV has every unit.</source>
        <translation>还有更多：XLSX 或 CSV 报告包含每一台产品。</translation>
    </message>
    <message>
        <source>It is a job card, not a unit.</source>
        <translation>这是工单，不是产品。</translation>
    </message>
    <message>
        <source>Small and capital letters are the other way round: Caps Lock is on.</source>
        <translation>大小写颠倒了：Caps Lock 已打开。</translation>
    </message>
    <message>
        <source>Type a number from 0 to %1.</source>
        <translation>请输入 0 到 %1 的数字。</translation>
    </message>
    <message>
        <source>Begin at the first step.</source>
        <translation>请从第一步开始。</translation>
    </message>
    <message>
        <source>No such number of units</source>
        <translation>没有这样的台数</translation>
    </message>
    <message>
        <source>No shift is being closed</source>
        <translation>没有正在结束的班次</translation>
    </message>
    <message>
        <source>Count the tray again, and scan a part of it.</source>
        <translation>请重新清点隔离盘，并只扫描一部分。</translation>
    </message>
    <message>
        <source>Too many units</source>
        <translation>台数太多</translation>
    </message>
    <message>
        <source>%1 of %2 rows do not stand as they were read</source>
        <translation>%2 行中有 %1 行与读取时不一致</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place for it.</source>
        <translation>无法写入 %1（%2）。请另选位置。</translation>
    </message>
    <message>
        <source>The support bundle was not saved</source>
        <translation>支持包没有保存</translation>
    </message>
    <message>
        <source>Sending stopped for a moment: %1. It is in the log.</source>
        <translation>发送暂停：%1。已写入日志。</translation>
    </message>
    <message>
        <source>%1 is not a scanner address</source>
        <translation>%1 不是扫码枪地址</translation>
    </message>
    <message>
        <source>Write kind:place, for example serial:/dev/ttyUSB0 or virtual:labels.txt.</source>
        <translation>请写成“类型:位置”，例如 serial:/dev/ttyUSB0 或 virtual:labels.txt。</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>The setting %1=%2 cannot be used</source>
        <translation>设置 %1=%2 无法使用</translation>
    </message>
    <message>
        <source>%1 is %2. Correct %3.</source>
        <translation>%1 应为 %2。请更正 %3。</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数字</translation>
    </message>
    <message>
        <source>A %1 scanner has no setting %2</source>
        <translation>%1 扫码枪没有设置 %2</translation>
    </message>
    <message>
        <source>Its settings are %1. Correct %2.</source>
        <translation>其设置有 %1。请更正 %2。</translation>
    </message>
    <message>
        <source>serial number %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>%1 lost, because the station took none for too long</source>
        <translation>%1丢失，因为工位太久未接收</translation>
    </message>
    <message>
        <source>1 scan was</source>
        <translation>1 次扫码</translation>
    </message>
    <message>
        <source>%1 scans were</source>
        <translation>%1 次扫码</translation>
    </message>
    <message>
        <source>Scan the barcode for USB HID POS (also called HID bar code scanner) in the scanner&apos;s manual; the scanner then comes back by itself.</source>
        <translation>请扫描扫码枪手册中的 USB HID POS（也称 HID bar code scanner）设置码；之后扫码枪会自动恢复。</translation>
    </message>
    <message>
        <source>No scanner at %1</source>
        <translation>%1 没有扫码枪</translation>
    </message>
    <message>
        <source>Plug the scanner in; it is found by itself.</source>
        <translation>请插上扫码枪；会自动识别。</translation>
    </message>
    <message>
        <source>Another program or reader uses %1</source>
        <translation>其他程序正在使用 %1</translation>
    </message>
    <message>
        <source>Close the other program, or take the scanner off the list once; it is then opened by itself.</source>
        <translation>请关闭其他程序，或将扫码枪从列表中移除一次；之后会自动打开。</translation>
    </message>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>系统提示：%1。</translation>
    </message>
    <message>
        <source>%1 is not in HID POS mode</source>
        <translation>%1 不在 HID POS 模式</translation>
    </message>
    <message>
        <source>HID device %1</source>
        <translation>HID 设备 %1</translation>
    </message>
    <message>
        <source>%1 is in keyboard mode</source>
        <translation>%1 处于键盘模式</translation>
    </message>
    <message>
        <source>The library for HID scanners does not load</source>
        <translation>无法加载 HID 扫码枪的程序库</translation>
    </message>
    <message>
        <source>Install the station again. The system says: %1.</source>
        <translation>请重新安装本程序。系统提示：%1。</translation>
    </message>
    <message>
        <source>Unplug the scanner and plug it in again.</source>
        <translation>请拔下扫码枪再重新插上。</translation>
    </message>
    <message>
        <source>%1, a keyboard</source>
        <translation>%1，键盘</translation>
    </message>
    <message>
        <source>Keyboard scanner %1</source>
        <translation>键盘式扫码枪 %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No keyboard scanner %1</source>
        <translation>没有键盘式扫码枪 %1</translation>
    </message>
    <message>
        <source>Another program has %1 for itself</source>
        <translation>其他程序独占了 %1</translation>
    </message>
    <message>
        <source>Close the other program; the scanner is then opened by itself.</source>
        <translation>请关闭其他程序；扫码枪会自动打开。</translation>
    </message>
    <message>
        <source>HID scanner %1</source>
        <translation>HID 扫码枪 %1</translation>
    </message>
    <message>
        <source>pos_mode is a feature report in decimal bytes, such as 254,1. Correct %1.</source>
        <translation>pos_mode 是十进制字节的 feature report，例如 254,1。请更正 %1。</translation>
    </message>
    <message>
        <source>%1 describes its reports in a way that cannot be used: %2</source>
        <translation>%1 的报告描述无法使用：%2</translation>
    </message>
    <message>
        <source>Use the scanner in serial mode, and send its report descriptor to whoever supports the station.</source>
        <translation>请改用串口模式，并把报告描述符发给本工位的支持人员。</translation>
    </message>
    <message>
        <source>the report that continues the label never came</source>
        <translation>标签的后续报告没有到达</translation>
    </message>
    <message>
        <source>no report of it holds decoded data</source>
        <translation>没有报告包含解码数据</translation>
    </message>
    <message>
        <source>a report counts more bytes than it has room for; what it holds is taken</source>
        <translation>报告所计字节数超出容量；只取实际内容</translation>
    </message>
    <message>
        <source>the scanner went away amid the label</source>
        <translation>扫码枪在读取标签途中断开</translation>
    </message>
    <message>
        <source>the rest of the label was lost, another label followed</source>
        <translation>标签剩余部分丢失，后面来了另一个标签</translation>
    </message>
    <message>
        <source>a report ended before the bytes it counts</source>
        <translation>报告比所计字节数短</translation>
    </message>
    <message>
        <source>more reports waited than the system keeps, some of the label may be lost</source>
        <translation>等待的报告超出系统容量，标签可能缺失部分内容</translation>
    </message>
    <message>
        <source>HID POS</source>
        <translation>HID POS</translation>
    </message>
    <message>
        <source>keys of it came faster than the system could take them</source>
        <translation>按键到达速度超过系统处理能力</translation>
    </message>
    <message>
        <source>the label stopped before its end mark</source>
        <translation>标签在结束符之前中断</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>Make the file, or correct the scanner&apos;s address.</source>
        <translation>请创建该文件，或更正扫码枪地址。</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>文件结束</translation>
    </message>
    <message>
        <source>All labels of %1 have been read.</source>
        <translation>%1 的标签已全部读取。</translation>
    </message>
    <message>
        <source>No permission to read %1</source>
        <translation>没有读取 %1 的权限</translation>
    </message>
    <message>
        <source>Give this user the right to read the file.</source>
        <translation>请给此用户读取该文件的权限。</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>the label is longer than %1 bytes and is refused</source>
        <translation>标签超过 %1 字节，已拒绝</translation>
    </message>
    <message>
        <source>unreadable characters: %1</source>
        <translation>无法识别的字符：%1</translation>
    </message>
    <message>
        <source>Nothing came from the scanner</source>
        <translation>没有收到扫码枪的数据</translation>
    </message>
    <message>
        <source>Look at port and speed, and start the transmission at the scanner while the station waits for it.</source>
        <translation>请检查端口和速率，并在工位等待时在扫码枪上开始发送。</translation>
    </message>
    <message>
        <source>The scanner sends without end</source>
        <translation>扫码枪一直在发送</translation>
    </message>
    <message>
        <source>More than %1 MB came: no scanner&apos;s memory. Nothing was taken.</source>
        <translation>收到超过 %1 MB：这不是扫码枪的存储内容。未接收任何内容。</translation>
    </message>
    <message>
        <source>The line to the scanner was lost</source>
        <translation>与扫码枪的连接已断开</translation>
    </message>
    <message>
        <source>Nothing was taken: the memory may not have come whole. Plug it in and send everything again.</source>
        <translation>未接收任何内容：存储内容可能不完整。请插好后全部重新发送。</translation>
    </message>
    <message>
        <source>wrong baud rate, parity or encoding?</source>
        <translation>波特率、校验位或编码不对？</translation>
    </message>
    <message>
        <source>the scanner sends 7 data bits and %1 parity</source>
        <translation>扫码枪使用 7 个数据位和 %1 校验</translation>
    </message>
    <message>
        <source>Copy drivers/udev/60-pid-station.rules to /etc/udev/rules.d, run sudo udevadm control --reload and plug the scanner in again. docs/scanners.md says what the rules do.</source>
        <translation>请把 drivers/udev/60-pid-station.rules 复制到 /etc/udev/rules.d，运行 sudo udevadm control --reload，再重新插上扫码枪。规则说明见 docs/scanners.md。</translation>
    </message>
    <message>
        <source>%1 A maker that is not in the rules: sudo usermod -aG input USER, then sign out and in again.</source>
        <translation>%1 规则中没有的厂商：sudo usermod -aG input USER，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>Add this user to the group that owns the port (dialout on Debian): sudo usermod -aG dialout USER, then sign out and in again.</source>
        <translation>请把此用户加入串口所属的组（Debian 为 dialout）：sudo usermod -aG dialout USER，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>No permission to open %1</source>
        <translation>没有打开 %1 的权限</translation>
    </message>
    <message>
        <source>Opening the scanner</source>
        <translation>打开扫码枪</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1失败：%2</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays, unplug the scanner, plug it in again and look into the log.</source>
        <translation>会自动重试。如仍不行，请拔下扫码枪重新插上，并查看日志。</translation>
    </message>
    <message>
        <source>Only unreadable characters come from %1: wrong baud rate?</source>
        <translation>%1 只收到无法识别的字符：波特率不对？</translation>
    </message>
    <message>
        <source>Compare baud rate, data bits, parity and encoding in the scanner&apos;s address with its manual.</source>
        <translation>请对照手册检查扫码枪地址中的波特率、数据位、校验位和编码。</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 就绪</translation>
    </message>
    <message>
        <source>Reading the scanner</source>
        <translation>读取扫码枪</translation>
    </message>
    <message>
        <source>Passing a scan on</source>
        <translation>传递扫码</translation>
    </message>
    <message>
        <source>There is no scanner kind %1</source>
        <translation>没有扫码枪类型 %1</translation>
    </message>
    <message>
        <source>Known kinds are %1. Correct %2.</source>
        <translation>已知类型：%1。请更正 %2。</translation>
    </message>
    <message>
        <source>it is %1 bytes long, more than %2</source>
        <translation>长度 %1 字节，超过 %2</translation>
    </message>
    <message>
        <source>it ends amid an item</source>
        <translation>在条目中途结束</translation>
    </message>
    <message>
        <source>it pushes more than %1 times</source>
        <translation>压栈超过 %1 次</translation>
    </message>
    <message>
        <source>it pops what it never pushed</source>
        <translation>出栈多于压栈</translation>
    </message>
    <message>
        <source>report %1 would be longer than %2 bytes</source>
        <translation>报告 %1 将超过 %2 字节</translation>
    </message>
    <message>
        <source>Serial scanner on %1</source>
        <translation>%1 上的串口扫码枪</translation>
    </message>
    <message>
        <source>No scanner on %1</source>
        <translation>%1 上没有扫码枪</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a serial port</source>
        <translation>无法将 %1 作为串口打开</translation>
    </message>
    <message>
        <source>Another program uses %1</source>
        <translation>其他程序占用了 %1</translation>
    </message>
    <message>
        <source>usb is VID:PID or VID:PID:SERIAL in hexadecimal digits, such as 0403:6001:A50285BI. Correct %1.</source>
        <translation>usb 为十六进制 VID:PID 或 VID:PID:SERIAL，例如 0403:6001:A50285BI。请更正 %1。</translation>
    </message>
    <message>
        <source>Serial scanner</source>
        <translation>串口扫码枪</translation>
    </message>
    <message>
        <source>Virtual scanner %1</source>
        <translation>虚拟扫码枪 %1</translation>
    </message>
    <message>
        <source>%1 is unplugged</source>
        <translation>%1 已拔出</translation>
    </message>
    <message>
        <source>Plug it in again.</source>
        <translation>请重新插上。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>The right SN</source>
        <translation>正确的 SN</translation>
    </message>
    <message>
        <source>Reason: choose or type one</source>
        <translation>原因：请选择或输入</translation>
    </message>
    <message>
        <source>Retry …</source>
        <translation>重试…</translation>
    </message>
    <message>
        <source>Refuse …</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Void …</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Re-queue …</source>
        <translation>重新排队…</translation>
    </message>
    <message>
        <source>Correct SN …</source>
        <translation>更正 SN…</translation>
    </message>
    <message>
        <source>Send again?</source>
        <translation>重新发送？</translation>
    </message>
    <message>
        <source>to go back into the queue, under the id they were sent with</source>
        <translation>将以原来的发送编号回到队列</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Set aside?</source>
        <translation>隔离？</translation>
    </message>
    <message>
        <source>to end as set aside: put these units with the others that were refused</source>
        <translation>将以“隔离”结束：请把它们与其他被拒的产品放在一起</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Void?</source>
        <translation>作废？</translation>
    </message>
    <message>
        <source>to end here: not counted any more, never sent again</source>
        <translation>到此为止：不再计数，也不再发送</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Queue again under another certificate?</source>
        <translation>改用另一张证书重新排队？</translation>
    </message>
    <message>
        <source>to come into the queue anew, on quota of that certificate</source>
        <translation>将占用该证书的配额重新进入队列</translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>Correct the SN?</source>
        <translation>更正 SN？</translation>
    </message>
    <message>
        <source>to come into the queue anew, under the right SN</source>
        <translation>将以正确的 SN 重新进入队列</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>back in the queue</source>
        <translation>已回到队列</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>queued again</source>
        <translation>已重新排队</translation>
    </message>
    <message>
        <source>corrected and queued again</source>
        <translation>已更正并重新排队</translation>
    </message>
    <message>
        <source>The cause is mended</source>
        <translation>问题已解决</translation>
    </message>
    <message>
        <source>The platform said so</source>
        <translation>平台已说明</translation>
    </message>
    <message>
        <source>The unit is put aside</source>
        <translation>产品已隔离</translation>
    </message>
    <message>
        <source>The platform cannot do it</source>
        <translation>平台无法处理</translation>
    </message>
    <message>
        <source>Scanned by mistake</source>
        <translation>误扫</translation>
    </message>
    <message>
        <source>The unit is scrapped</source>
        <translation>产品已报废</translation>
    </message>
    <message>
        <source>The unit goes back to stock</source>
        <translation>产品退回仓库</translation>
    </message>
    <message>
        <source>The certificate was used up or closed</source>
        <translation>证书配额已用完或证书已关闭</translation>
    </message>
    <message>
        <source>The wrong certificate was in use</source>
        <translation>用错了证书</translation>
    </message>
    <message>
        <source>Mistyped</source>
        <translation>输入错误</translation>
    </message>
    <message>
        <source>others of the selection stay as they are: this is not for them</source>
        <translation>所选的其他行不变：此操作不适用</translation>
    </message>
    <message>
        <source>%n unit</source>
        <translation>%n 台</translation>
    </message>
    <message>
        <source>%n units</source>
        <translation>%n 台</translation>
    </message>
    <message>
        <source>%n row saved: %1</source>
        <translation>已保存 %n 行：%1</translation>
    </message>
    <message>
        <source>%n rows saved: %1</source>
        <translation>已保存 %n 行：%1</translation>
    </message>
    <message>
        <source>stay as they were</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Not everything was done</source>
        <translation>未全部完成</translation>
    </message>
    <message>
        <source>The unit is in order: queue it again under another certificate.</source>
        <translation>产品没有问题：请改用另一张证书重新排队。</translation>
    </message>
    <message>
        <source>Compare the SN with the label. A mistyped one can be corrected; else the unit was never registered.</source>
        <translation>请核对 SN 与标签。输错的可以更正；否则该产品从未登记。</translation>
    </message>
    <message>
        <source>Compare the SN with the label. A mistyped one can be corrected.</source>
        <translation>请核对 SN 与标签。输错的可以更正。</translation>
    </message>
    <message>
        <source>The unit is of another product: queue it again under that product&apos;s certificate.</source>
        <translation>该产品型号不同：请用该型号的证书重新排队。</translation>
    </message>
    <message>
        <source>The unit belongs to an end user and stays as it is: put it aside.</source>
        <translation>该产品已属于最终用户，保持不变：请隔离。</translation>
    </message>
    <message>
        <source>The unit cannot be replaced: put it aside.</source>
        <translation>该产品无法替换：请隔离。</translation>
    </message>
    <message>
        <source>Somebody else was first; the answer below says who and when.</source>
        <translation>已被他人先替换；下面的答复说明何人何时。</translation>
    </message>
    <message>
        <source>Retry once the cause is mended; refuse to set the unit aside; void it when it should not count at all.</source>
        <translation>问题解决后重试；要隔离产品请拒绝；完全不应计数的请作废。</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>扫码时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>Item id</source>
        <translation>条目编号</translation>
    </message>
    <message>
        <source>What happened to it:</source>
        <translation>经过：</translation>
    </message>
    <message>
        <source>The unit&apos;s other rows:</source>
        <translation>该产品的其他行：</translation>
    </message>
    <message>
        <source>The platform&apos;s answer as it came:</source>
        <translation>平台的原始答复：</translation>
    </message>
</context>
<context>
    <name>DeskDialogs</name>
    <message>
        <source>What to hand over</source>
        <translation>要移交的内容</translation>
    </message>
    <message>
        <source>What waits here</source>
        <translation>本站待发送的</translation>
    </message>
    <message>
        <source>What was handed over already, once more: the file was lost</source>
        <translation>重新导出已移交的：文件丢失了</translation>
    </message>
    <message>
        <source>Certificate for these labels</source>
        <translation>这些标签所用的证书</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>Queue file, receipt, or a scanner&apos;s memory as text or CSV</source>
        <translation>队列文件、回执，或扫码枪存储的文本/CSV</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Certificate %1</source>
        <translation>证书 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>在平台上</translation>
    </message>
    <message>
        <source>At this station</source>
        <translation>在本工位</translation>
    </message>
    <message>
        <source>What has happened at this station</source>
        <translation>在本工位发生的事</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>More</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>applied for</source>
        <translation>提出申请</translation>
    </message>
    <message>
        <source>run planned</source>
        <translation>已安排生产</translation>
    </message>
    <message>
        <source>taken up for scanning</source>
        <translation>选用于扫码</translation>
    </message>
    <message>
        <source>decision of the auditors</source>
        <translation>审核结果</translation>
    </message>
    <message>
        <source>run opened without a confirmed first unit</source>
        <translation>首件未确认即开始生产</translation>
    </message>
    <message>
        <source>another unit tried as the first</source>
        <translation>换一台作首件</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>原 PID</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>新 PID</translation>
    </message>
    <message>
        <source>Audit status</source>
        <translation>审核状态</translation>
    </message>
    <message>
        <source>Audit remark</source>
        <translation>审核备注</translation>
    </message>
    <message>
        <source>Replaced quantity/Total</source>
        <translation>已替换数量/总数</translation>
    </message>
    <message>
        <source>Reserved for stations</source>
        <translation>为工位预留</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>审核时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Scanned here</source>
        <translation>本站已扫</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>本站份额</translation>
    </message>
    <message>
        <source>%1 of %2 left, until %3</source>
        <translation>剩余 %1，共 %2，至 %3</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>shift, still open</source>
        <translation>班次，未结束</translation>
    </message>
    <message>
        <source>shift, until %1</source>
        <translation>班次，至 %1</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>The whole error</source>
        <translation>完整的错误说明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the error</source>
        <translation>关闭此错误</translation>
    </message>
    <message>
        <source>%n more error</source>
        <translation>还有 %n 个错误</translation>
    </message>
    <message>
        <source>%n more errors</source>
        <translation>还有 %n 个错误</translation>
    </message>
</context>
<context>
    <name>ErrorSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>A copy of a station</source>
        <translation>工位的副本</translation>
    </message>
    <message>
        <source>A moved station</source>
        <translation>迁移来的工位</translation>
    </message>
    <message>
        <source>Saved: %1. Put it as first-start.json into the data folder of the image. It has the supervisors&apos; hashed PINs: treat it like a key.</source>
        <translation>已保存：%1。请将其以 first-start.json 之名放入镜像的数据文件夹。其中有主管的散列 PIN：请像钥匙一样保管。</translation>
    </message>
    <message>
        <source>Save the set-up</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>工位名称</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Sign in now …</source>
        <translation>现在登录…</translation>
    </message>
    <message>
        <source>Add a supervisor …</source>
        <translation>添加主管…</translation>
    </message>
    <message>
        <source>There is a supervisor with a PIN.</source>
        <translation>已有带 PIN 的主管。</translation>
    </message>
    <message>
        <source>Begin the test</source>
        <translation>开始测试</translation>
    </message>
    <message>
        <source>Print test sheet …</source>
        <translation>打印测试页…</translation>
    </message>
    <message>
        <source>Play the sounds …</source>
        <translation>播放声音…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>The language of this station. Each person can have another one (page People).</source>
        <translation>本工位的语言。每个人可以使用其他语言（“人员”页）。</translation>
    </message>
    <message>
        <source>It stands in the top bar, on printed sheets and in reports. Name the place: line and position.</source>
        <translation>显示在顶栏、打印页和报表中。请写明位置：产线和工位。</translation>
    </message>
    <message>
        <source>Data centre and project of the account. Secrets are typed at the sign-in only and never kept in a file.</source>
        <translation>账号的数据中心和项目。密钥只在登录时输入，绝不存入文件。</translation>
    </message>
    <message>
        <source>With the first supervisor&apos;s PIN the station begins to ask before what needs a supervisor. Until then whoever is at the station may do everything.</source>
        <translation>有了第一位主管的 PIN，凡需要主管的操作工位都会先询问。在此之前，任何人都可以做任何操作。</translation>
    </message>
    <message>
        <source>Print the test sheet and scan its codes one after the other: the station says what is wrong with the scanner.</source>
        <translation>打印测试页并逐个扫描其中的码：工位会指出扫码枪的问题。</translation>
    </message>
    <message>
        <source>Operators look at the unit and not at the screen: the five sounds have to be heard at the line.</source>
        <translation>操作员看的是产品而不是屏幕：五种声音在产线上必须听得见。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>跳过此步</translation>
    </message>
    <message>
        <source>Done, next</source>
        <translation>完成，下一步</translation>
    </message>
    <message>
        <source>Save for other computers …</source>
        <translation>为其他电脑保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything is set up. The page can be opened again on the page Account.</source>
        <translation>全部设置完毕。可在“账号”页再次打开此页。</translation>
    </message>
    <message>
        <source>This data comes from another computer</source>
        <translation>这些数据来自另一台电脑</translation>
    </message>
    <message>
        <source>Two stations must not work under one identity: they would share one reservation of quota. Is this a copy of a station that goes on elsewhere, or has the station moved to this computer?</source>
        <translation>两个工位不能使用同一身份：它们会共用同一份预留配额。这是在别处继续工作的工位的副本，还是该工位迁移到了这台电脑？</translation>
    </message>
    <message>
        <source>It is a copy</source>
        <translation>是副本</translation>
    </message>
    <message>
        <source>It has moved here</source>
        <translation>已迁移到此</translation>
    </message>
    <message>
        <source>Set up this station</source>
        <translation>设置本工位</translation>
    </message>
    <message>
        <source>Six small steps. Each can be left out and taken up later; the station works without any of them.</source>
        <translation>六个小步骤。每一步都可跳过、以后再做；不做任何一步工位也能工作。</translation>
    </message>
</context>
<context>
    <name>FirstStartSide</name>
    <message>
        <source>Set up this station …</source>
        <translation>设置本工位…</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Help: replacing PIDs</source>
        <translation>帮助：替换 PID</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>USB HID POS (also called HID bar code scanner, OPOS HID)</source>
        <translation>USB HID POS（也称 HID 条码扫描器、OPOS HID）</translation>
    </message>
    <message>
        <source>Found by itself. The best mode: whole labels, no keys typed.</source>
        <translation>自动识别。最佳模式：整条标签传送，不模拟按键。</translation>
    </message>
    <message>
        <source>USB or Bluetooth</source>
        <translation>USB 或蓝牙</translation>
    </message>
    <message>
        <source>Serial port, USB virtual COM port</source>
        <translation>串口、USB 虚拟串口</translation>
    </message>
    <message>
        <source>Found by itself where the maker sells only scanners; else choose it on the page Scanners.</source>
        <translation>厂商只生产扫码枪时自动识别；否则请在“扫码枪”页选择。</translation>
    </message>
    <message>
        <source>RS-232, USB, Bluetooth; any speed and parity</source>
        <translation>RS-232、USB、蓝牙；任何速率和校验</translation>
    </message>
    <message>
        <source>Keyboard mode (keyboard wedge), as most scanners are delivered</source>
        <translation>键盘模式，多数扫码枪出厂即是</translation>
    </message>
    <message>
        <source>Nothing to set up; let the scanner end each label with Enter.</source>
        <translation>无需设置；让扫码枪在每条标签后加回车。</translation>
    </message>
    <message>
        <source>USB, PS/2, Bluetooth; the window has to be in front</source>
        <translation>USB、PS/2、蓝牙；窗口须在最前</translation>
    </message>
    <message>
        <source>Keyboard mode, apart from the desktop (Linux)</source>
        <translation>键盘模式，与桌面分开（Linux）</translation>
    </message>
    <message>
        <source>Choose it on the page Scanners; it types into no other window then.</source>
        <translation>请在“扫码枪”页选择；之后不会输入到其他窗口。</translation>
    </message>
    <message>
        <source>USB, Bluetooth; the window need not be in front</source>
        <translation>USB、蓝牙；窗口不必在最前</translation>
    </message>
    <message>
        <source>What does replacing a PID mean?</source>
        <translation>替换 PID 是什么意思？</translation>
    </message>
    <message>
        <source>Every finished product carries a PID. It decides whose control panel the product shows and to whom its data belongs: goods for two customers differ by their PID.</source>
        <translation>每台成品都带有 PID。它决定产品显示谁的控制面板，数据归谁：给两个客户的货，区别就在 PID。</translation>
    </message>
    <message>
        <source>To give stock to another customer, units used to be authorised and burned in again before shipment. Replacing the PID does without: the SN is scanned, and the platform puts that unit on the new PID. The firmware stays as it is.</source>
        <translation>以前要把库存转给其他客户，发货前须重新授权和烧录。替换 PID 则不必：扫描 SN，平台即把该台改为新 PID。固件不变。</translation>
    </message>
    <message>
        <source>This station records each scan safely before it shows green, sends it when the network is there, and lets no unit use the quota twice.</source>
        <translation>本工位先安全保存每次扫码再显示绿色，有网络时发送，任何一台都不会两次占用配额。</translation>
    </message>
    <message>
        <source>What conditions need to be met to replace a PID?</source>
        <translation>替换 PID 需要满足哪些条件？</translation>
    </message>
    <message>
        <source>You are signed in to the platform account to which the original PID belongs.</source>
        <translation>已登录原 PID 所属的平台账号。</translation>
    </message>
    <message>
        <source>The product&apos;s development status is trial production or mass production.</source>
        <translation>产品的开发状态为试产或量产。</translation>
    </message>
    <message>
        <source>Firmware and protocol fit together: see the next question.</source>
        <translation>固件与协议相符：见下一个问题。</translation>
    </message>
    <message>
        <source>A certificate for original PID, new PID and quantity was applied for and approved: page Certificates, Apply for certificate. Auditors decide; the station says so when they have.</source>
        <translation>已为原 PID、新 PID 和数量申请证书并获批准：“证书”页，申请证书。由审核人员决定；有结果时工位会提示。</translation>
    </message>
    <message>
        <source>The certificate has quota left: each unit replaced takes one, and no unit takes two.</source>
        <translation>证书还有配额：每替换一台用一个，任何一台不会用两个。</translation>
    </message>
    <message>
        <source>The platform knows the unit&apos;s SN under the original PID, and no end user has bound the unit yet.</source>
        <translation>平台在原 PID 下有该台的 SN，且还没有最终用户绑定它。</translation>
    </message>
    <message>
        <source>The page Certificates says of each product whether its PID can be replaced, and if not, why not.</source>
        <translation>“证书”页会说明每个产品的 PID 能否替换；不能时说明原因。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Which protocols support replacing the PID?</source>
        <translation>哪些协议支持替换 PID？</translation>
    </message>
    <message>
        <source>It depends on the firmware:</source>
        <translation>取决于固件：</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>蓝牙</translation>
    </message>
    <message>
        <source>Zigbee</source>
        <translation>Zigbee</translation>
    </message>
    <message>
        <source>OEM firmware</source>
        <translation>OEM 固件</translation>
    </message>
    <message>
        <source>General firmware</source>
        <translation>通用固件</translation>
    </message>
    <message>
        <source>Custom firmware</source>
        <translation>定制固件</translation>
    </message>
    <message>
        <source>How it is attached</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Which scanner models can scan the SN?</source>
        <translation>哪些型号的扫码枪可以扫描 SN？</translation>
    </message>
    <message>
        <source>No particular model is needed. Any scanner works that reads the codes on your labels (1D or 2D) and can be attached in one of these ways:</source>
        <translation>不要求特定型号。能读取标签上的码（一维或二维），并可用以下任一方式连接的扫码枪都可以：</translation>
    </message>
    <message>
        <source>Several scanners can be used at once. The page Scanners shows what is attached and what it sends; its test with printed codes finds a wrong keyboard layout, Caps Lock and a missing Enter.</source>
        <translation>可同时使用多把扫码枪。“扫码枪”页显示已连接的设备和发送的内容；用打印的测试码可发现键盘布局错误、大写锁定和缺少回车。</translation>
    </message>
    <message>
        <source>Scanners that collect labels hand them over as a file or over a cradle: page Queue. Without any scanner an SN can be typed; it is marked as typed.</source>
        <translation>带存储的扫码枪以文件或底座方式交出数据：“队列”页。没有扫码枪时可手工输入 SN；会标记为手输。</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>stay here: sent without an answer yet</source>
        <translation>留在本站：已发送，尚无答复</translation>
    </message>
    <message>
        <source>stay here: they need a supervisor</source>
        <translation>留在本站：需要主管处理</translation>
    </message>
    <message>
        <source>stay here: too many for one file, export another one</source>
        <translation>留在本站：一个文件装不下，请再导出一个</translation>
    </message>
    <message>
        <source>stay here: another account scanned them</source>
        <translation>留在本站：由其他账号扫码</translation>
    </message>
    <message>
        <source>new: taken over and sent from here</source>
        <translation>新的：已接收，由本站发送</translation>
    </message>
    <message>
        <source>had left from here: taken back and sent from here</source>
        <translation>曾从本站移出：已收回，由本站发送</translation>
    </message>
    <message>
        <source>here already: nothing changes</source>
        <translation>本站已有：无变化</translation>
    </message>
    <message>
        <source>taken over by the other station</source>
        <translation>已由对方工位接收</translation>
    </message>
    <message>
        <source>never left here by that file</source>
        <translation>并非由该文件移出</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>duplicate: here already</source>
        <translation>重复：本站已有</translation>
    </message>
    <message>
        <source>not an SN</source>
        <translation>不是 SN</translation>
    </message>
    <message>
        <source>over quota: not taken</source>
        <translation>超出配额：未接收</translation>
    </message>
    <message>
        <source>wrong product: set aside</source>
        <translation>产品不符：隔离</translation>
    </message>
    <message>
        <source>already replaced: set aside</source>
        <translation>已被替换：隔离</translation>
    </message>
    <message>
        <source>the certificate is closed</source>
        <translation>证书已关闭</translation>
    </message>
    <message>
        <source>the run is not open yet</source>
        <translation>尚未开始生产</translation>
    </message>
    <message>
        <source>NOT recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>handed over already: written into a new file once more</source>
        <translation>已移交：再次写入新文件</translation>
    </message>
    <message>
        <source>wait: handed over, another station of this account sends them</source>
        <translation>等待：已移交，由本账号的其他工位发送</translation>
    </message>
    <message>
        <source>Hand over to another station?</source>
        <translation>移交给其他工位？</translation>
    </message>
    <message>
        <source>Units that are handed over are not sent from here any more.</source>
        <translation>移交后的产品不再由本站发送。</translation>
    </message>
    <message>
        <source>Choose the new file …</source>
        <translation>选择新文件…</translation>
    </message>
    <message>
        <source>Nothing was handed over</source>
        <translation>没有移交任何内容</translation>
    </message>
    <message>
        <source>Nothing waits here that could be handed over; no file was written.</source>
        <translation>本站没有可移交的内容；未写入文件。</translation>
    </message>
    <message>
        <source>handed over in %1</source>
        <translation>已移交至 %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Carry the file to another station, sign in there as the same account, and import it on its queue page.</source>
        <translation>把文件带到另一工位，用同一账号登录，在队列页导入。</translation>
    </message>
    <message>
        <source>Import this queue file?</source>
        <translation>导入此队列文件？</translation>
    </message>
    <message>
        <source>Import this receipt?</source>
        <translation>导入此回执？</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Carry the receipt %1 back and import it there.</source>
        <translation>请把回执 %1 带回并在原工位导入。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>The units are taken, but the receipt for the other station could not be written there.</source>
        <translation>产品已接收，但回执无法写到那里。</translation>
    </message>
    <message>
        <source>Save the receipt …</source>
        <translation>保存回执…</translation>
    </message>
    <message>
        <source>The receipt is saved</source>
        <translation>回执已保存</translation>
    </message>
    <message>
        <source>Take these labels?</source>
        <translation>接收这些标签？</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Nothing is taken before you say so.</source>
        <translation>在您确认之前不会接收任何内容。</translation>
    </message>
    <message>
        <source>Take %n unit</source>
        <translation>接收 %n 台</translation>
    </message>
    <message>
        <source>Take %n units</source>
        <translation>接收 %n 台</translation>
    </message>
    <message>
        <source>Stopped: %1 labels were not tried. Free some space on the disk, then import the file again; nothing is taken twice.</source>
        <translation>已停止：%1 个标签未处理。请清理磁盘空间后重新导入；不会重复接收。</translation>
    </message>
    <message>
        <source>Labels taken</source>
        <translation>标签已接收</translation>
    </message>
    <message>
        <source>%1 has %2 fewer units left than wait for it: their right was spent where they were scanned, the platform may refuse the last ones.</source>
        <translation>%1 的剩余配额比等待的数量少 %2 台：额度已在扫码的工位用掉，平台可能拒绝最后几台。</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Health</source>
        <translation>状态检查</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>In use by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>本站份额</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Network link</source>
        <translation>网络连接</translation>
    </message>
    <message>
        <source>Name service</source>
        <translation>域名服务</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>To be looked at: %1</source>
        <translation>需要处理：%1</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Save a support bundle …</source>
        <translation>保存支持包…</translation>
    </message>
    <message>
        <source>About …</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Saved: %1. Secrets are not in it.</source>
        <translation>已保存：%1。其中没有密钥。</translation>
    </message>
    <message>
        <source>Last scans: in the bundle</source>
        <translation>最近扫码：放入支持包</translation>
    </message>
    <message>
        <source>Last scans: not in the bundle</source>
        <translation>最近扫码：不放入支持包</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>支持包</translation>
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
        <translation>已记录。请扫下一台。</translation>
    </message>
    <message>
        <source>SAVED</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Recorded here, will be sent later. Go on scanning.</source>
        <translation>已在本站记录，稍后发送。请继续扫码。</translation>
    </message>
    <message>
        <source>ALREADY SCANNED</source>
        <translation>已扫过</translation>
    </message>
    <message>
        <source>It counts once. Go on with the next unit.</source>
        <translation>只计一次。请继续扫下一台。</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>请隔离</translation>
    </message>
    <message>
        <source>Put this unit into the tray, then press Acknowledge.</source>
        <translation>请把此产品放入隔离盘，再按“知道了”。</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Scan nothing more. Call the supervisor.</source>
        <translation>不要再扫。请叫主管。</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>撤销上一个</translation>
    </message>
    <message>
        <source>Takes the last scan back, as long as it has not been sent.</source>
        <translation>撤回上一次扫码，仅限尚未发送时。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>You have read the red result and put the unit aside.</source>
        <translation>表示您已看过红色结果，并已隔离产品。</translation>
    </message>
    <message>
        <source>Type SN</source>
        <translation>输入 SN</translation>
    </message>
    <message>
        <source>For a label that cannot be read. It is marked as typed.</source>
        <translation>用于无法读取的标签。会标记为手工输入。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>When you leave. A badge or a PIN opens it; sending goes on.</source>
        <translation>离开时使用。用工牌或 PIN 码解锁；发送继续。</translation>
    </message>
    <message>
        <source>Printed codes</source>
        <translation>打印的命令码</translation>
    </message>
    <message>
        <source>Undo, acknowledge and lock also work by scanning the command sheet.</source>
        <translation>撤销、知道了和锁定也可以扫命令码表完成。</translation>
    </message>
    <message>
        <source>Your badge</source>
        <translation>您的工牌</translation>
    </message>
    <message>
        <source>Scan it when you come: from then on units carry your name. Nothing is closed.</source>
        <translation>上岗时请扫：之后的产品记在您名下。不会关闭任何内容。</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>The supervisor for every STOP, and when a red result comes again and again.</source>
        <translation>每次停止，或红色结果反复出现时，请叫主管。</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>What the buttons do</source>
        <translation>按钮的作用</translation>
    </message>
    <message>
        <source>Codes and people</source>
        <translation>条码与人员</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Save list …</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Shift report …</source>
        <translation>班次报告…</translation>
    </message>
    <message>
        <source>Searching: back to %1 so far</source>
        <translation>正在查找：已查到 %1</translation>
    </message>
    <message>
        <source>%n unit found</source>
        <translation>找到 %n 台</translation>
    </message>
    <message>
        <source>%n units found</source>
        <translation>找到 %n 台</translation>
    </message>
    <message>
        <source>%1 units so far; scroll down for older ones</source>
        <translation>目前 %1 台；向下滚动查看更早的</translation>
    </message>
    <message>
        <source>The list is saved</source>
        <translation>列表已保存</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>Scanned at</source>
        <translation>扫码时间</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Job card of %1</source>
        <translation>%1 的工单</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>Language for %1</source>
        <translation>%1 的语言</translation>
    </message>
    <message>
        <source>The window changes to it when %1 signs on.</source>
        <translation>%1 刷工牌或输入 PIN 码后，窗口改用此语言。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>%n scan was not taken: the station is locked. Scan it again after the badge.</source>
        <translation>%n 次扫码未接收：工位已锁定。请扫工牌后重扫。</translation>
    </message>
    <message>
        <source>%n scans were not taken: the station is locked. Scan them again after the badge.</source>
        <translation>%n 次扫码未接收：工位已锁定。请扫工牌后重扫。</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Scan your badge, or choose your name and type the PIN. What was scanned goes on being sent.</source>
        <translation>请扫工牌，或选择姓名并输入 PIN 码。已扫的会继续发送。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>MemoryDialogs</name>
    <message>
        <source>Receive a scanner&apos;s memory?</source>
        <translation>接收扫码枪的存储内容？</translation>
    </message>
    <message>
        <source>For scanners that collect labels and send them over a serial cable or cradle. What comes is shown first; nothing is taken before you say so.</source>
        <translation>用于先收集标签、再通过串口线或底座发送的扫码枪。收到的内容先显示出来；在您确认之前不会接收。</translation>
    </message>
    <message>
        <source>Wait for the scanner</source>
        <translation>等待扫码枪</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Choose the port of the scanner, or type it.</source>
        <translation>选择扫码枪的端口，或手动输入。</translation>
    </message>
    <message>
        <source>%1 bits per second</source>
        <translation>每秒 %1 位</translation>
    </message>
</context>
<context>
    <name>NameButtons</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>New PIN for %1</source>
        <translation>%1 的新 PIN 码</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置 PIN 码</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Certificate %1 is being audited again</source>
        <translation>证书 %1 正在重新审核</translation>
    </message>
    <message>
        <source>Certificate %1 was approved</source>
        <translation>证书 %1 已通过审核</translation>
    </message>
    <message>
        <source>Certificate %1 was rejected</source>
        <translation>证书 %1 被驳回</translation>
    </message>
    <message>
        <source>Certificate %1 was revoked</source>
        <translation>证书 %1 已吊销</translation>
    </message>
    <message>
        <source>Certificate %1 has expired</source>
        <translation>证书 %1 已过期</translation>
    </message>
    <message>
        <source>Wait for the auditors. Its units wait here.</source>
        <translation>请等待审核。其产品在本站等待。</translation>
    </message>
    <message>
        <source>It can be used: Perform replacement on the page Certificates.</source>
        <translation>可以使用：在“证书”页按“执行替换”。</translation>
    </message>
    <message>
        <source>Read the remark, and apply anew.</source>
        <translation>请看备注，然后重新申请。</translation>
    </message>
    <message>
        <source>Its units that are not sent wait here. Take another certificate, or ask the platform&apos;s auditors.</source>
        <translation>其未发送的产品在本站等待。请换用其他证书，或询问平台审核人员。</translation>
    </message>
    <message>
        <source>Apply for a new one; units that wait can be queued under it.</source>
        <translation>请申请新证书；等待的产品可改用新证书排队。</translation>
    </message>
    <message>
        <source>Remark: %1. %2</source>
        <translation>备注：%1。%2</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>News of certificates</source>
        <translation>证书消息</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the news</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>%n more</source>
        <translation>还有 %n 条</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Units in the tray</source>
        <translation>隔离盘中的台数</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>OperatorButtons</name>
    <message>
        <source>Undo last</source>
        <translation>撤销上一个</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Type SN</source>
        <translation>输入 SN</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>SN, typed by hand</source>
        <translation>手工输入的 SN</translation>
    </message>
    <message>
        <source>Type the SN</source>
        <translation>请输入 SN</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Perform replacement</source>
        <translation>执行替换</translation>
    </message>
    <message>
        <source>Yes, replace this pair</source>
        <translation>是，替换这一对</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Does this pair match the job card?</source>
        <translation>这一对 PID 与工单一致吗？</translation>
    </message>
    <message>
        <source>How the run goes</source>
        <translation>本次生产的安排</translation>
    </message>
    <message>
        <source>Job card …</source>
        <translation>工单…</translation>
    </message>
    <message>
        <source>Scan the job card of this certificate.</source>
        <translation>请扫本证书的工单。</translation>
    </message>
    <message>
        <source>The job card matches.</source>
        <translation>工单一致。</translation>
    </message>
    <message>
        <source>Another job card. Expected %1, got %2.</source>
        <translation>工单不符。应为 %1，实际 %2。</translation>
    </message>
    <message>
        <source>Original PID</source>
        <translation>原 PID</translation>
    </message>
    <message>
        <source>New PID</source>
        <translation>新 PID</translation>
    </message>
    <message>
        <source>not shown when empty</source>
        <translation>留空则不显示</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>无标记</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>标记颜色</translation>
    </message>
    <message>
        <source>%n unit left</source>
        <translation>剩余 %n 台</translation>
    </message>
    <message>
        <source>%n units left</source>
        <translation>剩余 %n 台</translation>
    </message>
    <message>
        <source>Certificate %1, %2</source>
        <translation>证书 %1，%2</translation>
    </message>
</context>
<context>
    <name>PaperDialogs</name>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Work under another certificate</source>
        <translation>改用另一张证书</translation>
    </message>
    <message>
        <source>Apply for a certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Let the line go on</source>
        <translation>恢复生产线</translation>
    </message>
    <message>
        <source>Start without a first article</source>
        <translation>跳过首件确认</translation>
    </message>
    <message>
        <source>Send units again</source>
        <translation>重新发送产品</translation>
    </message>
    <message>
        <source>Set units aside</source>
        <translation>隔离产品</translation>
    </message>
    <message>
        <source>Void units</source>
        <translation>作废产品</translation>
    </message>
    <message>
        <source>Queue units again under another certificate</source>
        <translation>改用另一张证书重新排队</translation>
    </message>
    <message>
        <source>Correct a typed SN</source>
        <translation>更正输入的 SN</translation>
    </message>
    <message>
        <source>Hand the queue over</source>
        <translation>移交队列</translation>
    </message>
    <message>
        <source>Take over a queue file or a scanner&apos;s memory</source>
        <translation>接收队列文件或扫码枪存储</translation>
    </message>
    <message>
        <source>Change the account of this station</source>
        <translation>更换本站账号</translation>
    </message>
    <message>
        <source>Close the shift although it does not agree</source>
        <translation>数目不符仍要结班</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Change people, badges and command sheets</source>
        <translation>更改人员、工牌和命令码表</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Nobody here has a PIN or a badge. Set up people first: page People.</source>
        <translation>本站无人有 PIN 码或工牌。请先在“人员”页设置。</translation>
    </message>
    <message>
        <source>Nobody could unlock it</source>
        <translation>将无人能解锁</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>New PIN for %1</source>
        <translation>%1 的新 PIN 码</translation>
    </message>
    <message>
        <source>Language for %1</source>
        <translation>%1 的语言</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>PIN and badge are void at once. What was scanned keeps the name.</source>
        <translation>PIN 码和工牌立即失效。已扫记录保留姓名。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>New badge for %1</source>
        <translation>%1 的新工牌</translation>
    </message>
    <message>
        <source>New command sheet; those before are void</source>
        <translation>新命令码表；旧的作废</translation>
    </message>
    <message>
        <source>Another command sheet</source>
        <translation>再打印一张命令码表</translation>
    </message>
    <message>
        <source>Operator&apos;s card</source>
        <translation>操作员卡片</translation>
    </message>
    <message>
        <source>Print it at 100 %, then delete the file: whoever has it can scan it.</source>
        <translation>请按 100 % 打印，然后删除文件：任何拿到的人都能扫。</translation>
    </message>
    <message>
        <source>As the station</source>
        <translation>与工位相同</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再次输入 PIN 码</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>PIN 码为 4 至 12 位数字。</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>两次 PIN 码不一致。</translation>
    </message>
    <message>
        <source>%1: anybody can do this here. Add a supervisor with a PIN: page People.</source>
        <translation>%1：此处任何人都能操作。请在“人员”页添加有 PIN 的主管。</translation>
    </message>
    <message>
        <source>No supervisor PIN</source>
        <translation>未设主管 PIN</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>New PIN …</source>
        <translation>新 PIN 码…</translation>
    </message>
    <message>
        <source>New badge …</source>
        <translation>新工牌…</translation>
    </message>
    <message>
        <source>Language …</source>
        <translation>语言…</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>What needs a supervisor is allowed only with a supervisor&apos;s PIN or badge.</source>
        <translation>需要主管的操作，须凭主管的 PIN 码或工牌。</translation>
    </message>
    <message>
        <source>No supervisor PIN is set up: whoever is at the station may do everything. Add a supervisor.</source>
        <translation>尚未设置主管 PIN 码：任何人都可以执行所有操作。请添加主管。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New sheet …</source>
        <translation>新码表…</translation>
    </message>
    <message>
        <source>Revoke the older, new sheet …</source>
        <translation>作废旧表，做新表…</translation>
    </message>
    <message>
        <source>Operator&apos;s card …</source>
        <translation>操作员卡片…</translation>
    </message>
    <message>
        <source>For the wall of the station: what each result means, and what to do.</source>
        <translation>贴在工位墙上：每种结果是什么意思，该怎么做。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Command sheet</source>
        <translation>命令码表</translation>
    </message>
    <message>
        <source>Codes for the scanner: undo, acknowledge, lock. They command this station only; a sheet that was lost can be revoked.</source>
        <translation>供扫码枪用的命令码：撤销、知道了、锁定。仅对本站有效；丢失的码表可以作废。</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Type the name as it should stand in reports.</source>
        <translation>请输入报表中使用的姓名。</translation>
    </message>
    <message>
        <source>From now on this PIN is asked for before what needs a supervisor.</source>
        <translation>从现在起，需要主管的操作会要求此 PIN 码。</translation>
    </message>
    <message>
        <source>Without a PIN this person comes to work with a badge.</source>
        <translation>没有 PIN 码的人用工牌上岗。</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>A supervisor is needed</source>
        <translation>需要主管</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A supervisor scans the badge, or types the PIN. Scans wait until this is closed.</source>
        <translation>请主管扫工牌或输入 PIN 码。关闭前扫码会等待。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>已输入 %1 位</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Units looked at</source>
        <translation>已查看的台数</translation>
    </message>
</context>
<context>
    <name>ProductTableModel</name>
    <message>
        <source>Product ID</source>
        <translation>产品 ID</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Development status</source>
        <translation>开发状态</translation>
    </message>
    <message>
        <source>Replaceable</source>
        <translation>可替换</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不可替换的原因</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message>
        <source>Replaceable products</source>
        <translation>可替换产品</translation>
    </message>
    <message>
        <source>Search product or reason</source>
        <translation>搜索产品或原因</translation>
    </message>
    <message>
        <source>%n product</source>
        <translation>%n 个产品</translation>
    </message>
    <message>
        <source>%n products</source>
        <translation>%n 个产品</translation>
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
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>增加(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>减少(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>文件名(&amp;N)：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>上级目录</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>列表视图</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>详细视图</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>转到上级目录</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>切换到列表视图</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>切换到详细视图</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 已存在。
要替换它吗？</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
找不到文件。
请检查文件名是否正确。</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>显示隐藏文件(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>新建文件夹(&amp;N)</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>最近位置</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>目录：</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>我的电脑</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
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
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>是(&amp;Y)</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>全部是(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>全部否(&amp;O)</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>全部保存</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>From a scanner …</source>
        <translation>从扫码枪…</translation>
    </message>
    <message>
        <source>Ready for offline?</source>
        <translation>可以离线吗？</translation>
    </message>
    <message>
        <source>%n unit waits to be sent</source>
        <translation>%n 台待发送</translation>
    </message>
    <message>
        <source>%n units wait to be sent</source>
        <translation>%n 台待发送</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>没有待发送的产品</translation>
    </message>
    <message>
        <source>Taking labels: %1 of %2</source>
        <translation>正在接收标签：%1 / %2</translation>
    </message>
</context>
<context>
    <name>QueueTableModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>Certificate NO.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation>扫码时间</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>End of the certificate</source>
        <translation>证书到期</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>本站份额</translation>
    </message>
    <message>
        <source>Offline limits</source>
        <translation>离线上限</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>流水记录</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>care</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Not ready to work offline</source>
        <translation>尚不能离线工作</translation>
    </message>
    <message>
        <source>Ready to work offline, with care</source>
        <translation>可以离线工作，但需注意</translation>
    </message>
    <message>
        <source>Ready to work offline</source>
        <translation>可以离线工作</translation>
    </message>
    <message>
        <source>would stop the line or lose something</source>
        <translation>会停线或丢失数据</translation>
    </message>
    <message>
        <source>somebody should know about</source>
        <translation>应让人知道</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>正常</translation>
    </message>
</context>
<context>
    <name>RecentScansModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手输</translation>
    </message>
</context>
<context>
    <name>RecentScansView</name>
    <message>
        <source>Last scans</source>
        <translation>最近扫码</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Shift report</source>
        <translation>班次报告</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>The report as it will be printed</source>
        <translation>打印效果</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>正在生成报告…</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>PDF: the sums, to read and sign</source>
        <translation>PDF：汇总，供阅读和签名</translation>
    </message>
    <message>
        <source>Excel workbook: every unit</source>
        <translation>Excel 工作簿：每一台产品</translation>
    </message>
    <message>
        <source>CSV: every unit, for other programs</source>
        <translation>CSV：每一台产品，供其他程序使用</translation>
    </message>
    <message>
        <source>JSON: everything, for other programs</source>
        <translation>JSON：全部内容，供其他程序使用</translation>
    </message>
</context>
<context>
    <name>ReportPresenter</name>
    <message>
        <source>The file is being written …</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>ReportStep</name>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Excel table</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新文件</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Learn from three labels</source>
        <translation>从三张标签学习</translation>
    </message>
    <message>
        <source>The platform confirms one unit before the run opens</source>
        <translation>先由平台确认一台，再开始生产</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Learned from %1.</source>
        <translation>学自 %1。</translation>
    </message>
    <message>
        <source>This rule cannot be used: %1</source>
        <translation>此规则不能用：%1</translation>
    </message>
    <message>
        <source>Empty: the usual rule, 6 to 32 letters, digits, - or _</source>
        <translation>留空：通用规则，6 到 32 个字母、数字、- 或 _</translation>
    </message>
    <message>
        <source>Scan three different labels of this product, or type each with Enter: %1 of %2.</source>
        <translation>请扫描该产品三张不同的标签，或逐条输入并按回车：%1/%2。</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>units</source>
        <translation>台</translation>
    </message>
    <message>
        <source>SN rule</source>
        <translation>SN 规则</translation>
    </message>
    <message>
        <source>Own share, units</source>
        <translation>本站份额，台</translation>
    </message>
    <message>
        <source>Offline at most (0: no limit)</source>
        <translation>离线上限（0：不限）</translation>
    </message>
    <message>
        <source>First unit</source>
        <translation>首件</translation>
    </message>
    <message>
        <source>Units offline at most</source>
        <translation>离线最多台数</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>no audio device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>audio device fails</source>
        <translation>音频设备故障</translation>
    </message>
    <message>
        <source>volume is set to 0</source>
        <translation>音量设为 0</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>CAPS LOCK IS ON</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>Labels are read right all the same. Switch it off, then acknowledge.</source>
        <translation>标签仍能正确读取。请关闭大写锁定，再按“知道了”。</translation>
    </message>
    <message>
        <source>KEYBOARD LAYOUT IS NOT US</source>
        <translation>键盘布局不是美式</translation>
    </message>
    <message>
        <source>Read as a US scanner. Compare one SN with its label, then acknowledge.</source>
        <translation>已按美式扫码枪读取。请核对一个 SN 与标签，再按“知道了”。</translation>
    </message>
    <message>
        <source>%n scan held</source>
        <translation>暂存 %n 次扫码</translation>
    </message>
    <message>
        <source>%n scans held</source>
        <translation>暂存 %n 次扫码</translation>
    </message>
    <message>
        <source>until the dialog closes</source>
        <translation>直到对话框关闭</translation>
    </message>
    <message>
        <source>No shares on this platform: stations that are offline together could overrun the certificate</source>
        <translation>平台不支持份额：多个工位同时离线可能超出证书配额</translation>
    </message>
    <message>
        <source>No own share: the certificate&apos;s counter is the limit</source>
        <translation>没有本站份额：以证书计数为限</translation>
    </message>
    <message>
        <source>No share held: scanning offline stops</source>
        <translation>未持有份额：离线时停止扫码</translation>
    </message>
    <message>
        <source>Own share used up: scanning offline stops</source>
        <translation>本站份额已用完：离线时停止扫码</translation>
    </message>
    <message>
        <source>Own share: %1 of %2 left</source>
        <translation>本站份额：剩 %1 / %2</translation>
    </message>
    <message>
        <source>Own share: %1 of %2 left, until %3</source>
        <translation>本站份额：剩 %1 / %2，至 %3</translation>
    </message>
    <message>
        <source>You work here now. Scan the next unit.</source>
        <translation>您已上岗。请扫下一台。</translation>
    </message>
    <message>
        <source>COMMANDS NOTHING HERE</source>
        <translation>此码在本站无效</translation>
    </message>
    <message>
        <source>No certificate is chosen. A supervisor has to choose one.</source>
        <translation>未选择证书。请主管选择。</translation>
    </message>
    <message>
        <source>Expected %1. Call the supervisor.</source>
        <translation>应为 %1。请叫主管。</translation>
    </message>
    <message>
        <source>RIGHT JOB CARD</source>
        <translation>工单正确</translation>
    </message>
    <message>
        <source>No unit was recorded.</source>
        <translation>未记录任何产品。</translation>
    </message>
    <message>
        <source>WRONG JOB CARD</source>
        <translation>工单错误</translation>
    </message>
    <message>
        <source>NOTHING IS BEING READ</source>
        <translation>没有在读码</translation>
    </message>
    <message>
        <source>Plug the scanner in; it goes on by itself.</source>
        <translation>请插上扫码枪；会自动恢复。</translation>
    </message>
    <message>
        <source>%n earlier unit must be set aside:</source>
        <translation>之前有 %n 台须隔离：</translation>
    </message>
    <message>
        <source>%n earlier units must be set aside:</source>
        <translation>之前有 %n 台须隔离：</translation>
    </message>
    <message>
        <source>DISK ALMOST FULL (%1 MB left)</source>
        <translation>磁盘快满了（剩 %1 MB）</translation>
    </message>
    <message>
        <source>Go on, and call the supervisor to free some space.</source>
        <translation>请继续，并叫主管清理空间。</translation>
    </message>
    <message>
        <source>%n scan was not taken.</source>
        <translation>%n 次扫码未接收。</translation>
    </message>
    <message>
        <source>%n scans were not taken.</source>
        <translation>%n 次扫码未接收。</translation>
    </message>
    <message>
        <source>Acknowledge first, then scan again.</source>
        <translation>请先按“知道了”，再重新扫码。</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>OFFLINE since %1</source>
        <translation>离线，自 %1 起</translation>
    </message>
    <message>
        <source>SIGN-IN NEEDED to send</source>
        <translation>须登录才能发送</translation>
    </message>
    <message>
        <source>THE PLATFORM REFUSES THE SETTINGS</source>
        <translation>平台拒绝当前设置</translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation>请继续扫码。</translation>
    </message>
    <message>
        <source>Scanning stops until units are sent.</source>
        <translation>发送完成前停止扫码。</translation>
    </message>
    <message>
        <source>%n unit saved here</source>
        <translation>本站已保存 %n 台</translation>
    </message>
    <message>
        <source>%n units saved here</source>
        <translation>本站已保存 %n 台</translation>
    </message>
    <message>
        <source>room for %n more</source>
        <translation>还可存 %n 台</translation>
    </message>
    <message>
        <source>The run is not open yet.</source>
        <translation>本批尚未开工。</translation>
    </message>
    <message>
        <source>Limit reached: %1.</source>
        <translation>已达上限：%1。</translation>
    </message>
    <message>
        <source>Limit after %1 more: %2.</source>
        <translation>再扫 %1 台到上限：%2。</translation>
    </message>
    <message>
        <source>Limit in about %1: %2.</source>
        <translation>约 %1 后到上限：%2。</translation>
    </message>
    <message>
        <source>and %n more (see Queue)</source>
        <translation>另有 %n 个（见队列）</translation>
    </message>
    <message>
        <source>No unit is recorded. Call the supervisor to free some space.</source>
        <translation>产品不会被记录。请叫主管来腾出空间。</translation>
    </message>
    <message>
        <source>DISK FULL</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>键盘式扫码枪</translation>
    </message>
    <message>
        <source>no other is set up</source>
        <translation>未设置其他扫码枪</translation>
    </message>
    <message>
        <source>Scanner missing</source>
        <translation>扫码枪未连接</translation>
    </message>
    <message>
        <source>Scanner opening</source>
        <translation>正在连接扫码枪</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>扫码枪就绪</translation>
    </message>
    <message>
        <source>%n scanners ready</source>
        <translation>%n 把扫码枪就绪</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无答复</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>上次答复 %1</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>待发送 %1</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>No certificate chosen</source>
        <translation>未选择证书</translation>
    </message>
    <message>
        <source>Full: nothing more is counted</source>
        <translation>配额已用完：不再计数</translation>
    </message>
    <message>
        <source>Last unit</source>
        <translation>最后 1 台</translation>
    </message>
    <message>
        <source>Last %n units</source>
        <translation>最后 %n 台</translation>
    </message>
    <message>
        <source>%1 % used, %2 left</source>
        <translation>已用 %1 %，剩 %2</translation>
    </message>
    <message>
        <source>my shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>%1 + %2 / %3</source>
        <translation>%1 + %2 / %3</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>已确认 %1</translation>
    </message>
    <message>
        <source>%1 waiting here</source>
        <translation>本站待发送 %1</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <translation>其他工位 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>&gt; 24 h</source>
        <translation>超过 24 小时</translation>
    </message>
    <message>
        <source>Read twice, counted once.</source>
        <translation>读了两次，只计一次。</translation>
    </message>
    <message>
        <source>of this certificate</source>
        <translation>本证书</translation>
    </message>
    <message>
        <source>Not acknowledged yet</source>
        <translation>尚未按“知道了”</translation>
    </message>
    <message>
        <source>%n results not acknowledged yet</source>
        <translation>%n 个结果尚未按“知道了”</translation>
    </message>
    <message>
        <source>SAVED, will be sent after sign-in</source>
        <translation>已保存，登录后发送</translation>
    </message>
    <message>
        <source>SAVED, will be sent</source>
        <translation>已保存，稍后发送</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Scan the next unit.</source>
        <translation>请扫下一台。</translation>
    </message>
    <message>
        <source>NO CERTIFICATE</source>
        <translation>未选证书</translation>
    </message>
    <message>
        <source>A supervisor has to choose a certificate first.</source>
        <translation>请主管先选择证书。</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>请隔离</translation>
    </message>
    <message>
        <source>It counts once. Go on with the next unit.</source>
        <translation>只计一次。请继续扫下一台。</translation>
    </message>
    <message>
        <source>Scanned %1 by %2: %3.</source>
        <translation>%1 由 %2 扫码：%3。</translation>
    </message>
    <message>
        <source>Put this unit aside, then acknowledge.</source>
        <translation>请隔离此产品，再按“知道了”。</translation>
    </message>
    <message>
        <source>The PID of this unit has already been replaced elsewhere.</source>
        <translation>此产品的 PID 已在别处替换。</translation>
    </message>
    <message>
        <source>Replaced %1 at station %2, certificate %3.</source>
        <translation>%1 已在工位 %2 替换，证书 %3。</translation>
    </message>
    <message>
        <source>%n character</source>
        <translation>%n 个字符</translation>
    </message>
    <message>
        <source>%n characters</source>
        <translation>%n 个字符</translation>
    </message>
    <message>
        <source>The label is empty. Scan the SN label.</source>
        <translation>标签为空。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>This looks like a MAC address. Scan the SN label.</source>
        <translation>像是 MAC 地址。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>This looks like a PID. Scan the SN label.</source>
        <translation>像是 PID。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>This looks like a web address. Scan the SN label.</source>
        <translation>像是网址。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>This looks like a UUID. Scan the SN label.</source>
        <translation>像是 UUID。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>This looks like an AuthKey, which is secret. Scan the SN label.</source>
        <translation>像是 AuthKey（机密）。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>Two codes are joined. Scan the SN label alone, once.</source>
        <translation>两个码连在一起了。请只扫一次 SN 标签。</translation>
    </message>
    <message>
        <source>Expected PID %1.</source>
        <translation>应为 PID %1。</translation>
    </message>
    <message>
        <source>Caps Lock is on. Switch it off and scan again.</source>
        <translation>大写锁定已打开。请关闭后重扫。</translation>
    </message>
    <message>
        <source>It holds control characters. Scan the SN label.</source>
        <translation>含有控制字符。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>Wrong label, or a wrong keyboard layout. Scan the SN label.</source>
        <translation>标签不对，或键盘布局不对。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>It is too long for an SN. Scan the SN label.</source>
        <translation>比 SN 长。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>It is too short for an SN. Scan the SN label.</source>
        <translation>比 SN 短。请扫 SN 标签。</translation>
    </message>
    <message>
        <source>this unit is not of this certificate</source>
        <translation>此产品不属于本证书</translation>
    </message>
    <message>
        <source>LINE STOPPED</source>
        <translation>停线</translation>
    </message>
    <message>
        <source>%1 wrong products in a row. Call the supervisor.</source>
        <translation>连续 %1 台产品不符。请叫主管。</translation>
    </message>
    <message>
        <source>Next approved certificate: %1</source>
        <translation>下一张已通过的证书：%1</translation>
    </message>
    <message>
        <source>This unit is not counted. Stop, and call the supervisor.</source>
        <translation>此产品未计数。请停下，叫主管。</translation>
    </message>
    <message>
        <source>OWN SHARE USED UP</source>
        <translation>本站份额用完</translation>
    </message>
    <message>
        <source>Connect the station, or call the supervisor.</source>
        <translation>请连接网络，或叫主管。</translation>
    </message>
    <message>
        <source>This unit is not counted.</source>
        <translation>此产品未计数。</translation>
    </message>
    <message>
        <source>OFFLINE LIMIT</source>
        <translation>离线上限</translation>
    </message>
    <message>
        <source>This unit is not counted. What was green is safe.</source>
        <translation>此产品未计数。绿色的都已安全保存。</translation>
    </message>
    <message>
        <source>CERTIFICATE REVOKED</source>
        <translation>证书已吊销</translation>
    </message>
    <message>
        <source>CERTIFICATE EXPIRED</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>CERTIFICATE REJECTED</source>
        <translation>证书被驳回</translation>
    </message>
    <message>
        <source>%n unit waits and is kept.</source>
        <translation>%n 台待发送，已保留。</translation>
    </message>
    <message>
        <source>%n units wait and are kept.</source>
        <translation>%n 台待发送，已保留。</translation>
    </message>
    <message>
        <source>Stop, and call the supervisor. Nothing more is counted.</source>
        <translation>请停下，叫主管。不再计数。</translation>
    </message>
    <message>
        <source>This unit is NOT recorded. Stop, and call the supervisor.</source>
        <translation>此产品未记录。请停下，叫主管。</translation>
    </message>
    <message>
        <source>UNDONE</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>This unit does not count. Scan it again, or put it aside.</source>
        <translation>此产品不计数。请重扫，或隔离放置。</translation>
    </message>
    <message>
        <source>The first unit is being confirmed. Scan this unit again then.</source>
        <translation>首件正在确认。之后请重扫此产品。</translation>
    </message>
    <message>
        <source>First unit: %1. This one is not counted.</source>
        <translation>首件：%1。此产品未计数。</translation>
    </message>
    <message>
        <source>FIRST UNIT REFUSED</source>
        <translation>首件被拒</translation>
    </message>
    <message>
        <source>Is it the right product and certificate? Call the supervisor.</source>
        <translation>产品和证书对吗？请叫主管。</translation>
    </message>
    <message>
        <source>%1 Certificate %2: %3 → %4.</source>
        <translation>%1 证书 %2：%3 → %4。</translation>
    </message>
    <message>
        <source>First unit: wait until the platform has confirmed it.</source>
        <translation>首件：请等待平台确认。</translation>
    </message>
    <message>
        <source>%n unit came before it and is not counted: scan it again.</source>
        <translation>在此之前来了 %n 台，没有计数：请重新扫码。</translation>
    </message>
    <message>
        <source>%n units came before it and are not counted: scan them again.</source>
        <translation>在此之前来了 %n 台，没有计数：请重新扫码。</translation>
    </message>
    <message>
        <source>RUN IS OPEN</source>
        <translation>可以生产</translation>
    </message>
    <message>
        <source>The first unit is confirmed. Scan the next unit.</source>
        <translation>首件已确认。请扫下一台。</translation>
    </message>
    <message>
        <source>FIRST UNIT</source>
        <translation>首件</translation>
    </message>
    <message>
        <source>Scan one unit. The platform has to confirm it before the run opens.</source>
        <translation>请扫一台。平台确认后才能开始生产。</translation>
    </message>
    <message>
        <source>FIRST UNIT %1</source>
        <translation>首件 %1</translation>
    </message>
    <message>
        <source>Wait until the platform has confirmed it.</source>
        <translation>请等待平台确认。</translation>
    </message>
    <message>
        <source>No answer. Acknowledge, and a supervisor opens the run without it.</source>
        <translation>无答复。按“知道了”，由主管放行。</translation>
    </message>
    <message>
        <source>FOUND</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Its rows are shown on the page Queue. Nothing was recorded.</source>
        <translation>其各行显示在“队列”页。未作任何记录。</translation>
    </message>
    <message>
        <source>NO SUPERVISOR PIN</source>
        <translation>未设主管 PIN</translation>
    </message>
    <message>
        <source>Anybody can end a stop or change the certificate. Add a supervisor: page People.</source>
        <translation>任何人都能解除停线或更换证书。请在“人员”页添加主管。</translation>
    </message>
    <message>
        <source>NEW SHIFT</source>
        <translation>新班次</translation>
    </message>
    <message>
        <source>Do you hear the sounds? Press Sound check at the left, or just scan.</source>
        <translation>听得到提示音吗？按左侧“声音检查”，或直接扫描。</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan page</source>
        <translation>扫码页</translation>
    </message>
</context>
<context>
    <name>ScannerCheckPanel</name>
    <message>
        <source>Scanner test</source>
        <translation>扫码枪测试</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>结束测试</translation>
    </message>
    <message>
        <source>Scan code A of the printed test sheet</source>
        <translation>请扫打印测试页上的 A 码</translation>
    </message>
    <message>
        <source>A label came broken: %1</source>
        <translation>标签读取不完整：%1</translation>
    </message>
    <message>
        <source>TEST: nothing that is scanned now is recorded. Leaving this page ends the test, and so do 3 minutes without a scan.</source>
        <translation>测试中：现在扫的都不记录。离开此页或 3 分钟不扫码即结束测试。</translation>
    </message>
</context>
<context>
    <name>ScannerDetails</name>
    <message>
        <source>The selected scanner</source>
        <translation>所选扫码枪</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最近扫码</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Select a scanner in the table.</source>
        <translation>请在表中选择扫码枪。</translation>
    </message>
    <message>
        <source>none: the window reads it</source>
        <translation>无：由窗口读取</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1 labels were lost: the station could not take them</source>
        <translation>%1 个标签丢失：工位无法接收</translation>
    </message>
    <message>
        <source>not shown: the label looks like a secret</source>
        <translation>不显示：标签像是机密</translation>
    </message>
</context>
<context>
    <name>ScannerTableModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>USB ID</source>
        <translation>USB ID</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫码数</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最近扫码</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Any scanner that types into this window</source>
        <translation>任何向本窗口输入的扫码枪</translation>
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
        <translation>串口</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>does not read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>The computer&apos;s keyboard layout is %1, the scanner types for US.</source>
        <translation>电脑键盘布局为 %1，而扫码枪按美式输入。</translation>
    </message>
    <message>
        <source>The scanner types for a %1 keyboard.</source>
        <translation>扫码枪按 %1 键盘输入。</translation>
    </message>
    <message>
        <source>Caps Lock is on: capital and small letters are exchanged.</source>
        <translation>大写锁定已打开：大小写颠倒。</translation>
    </message>
    <message>
        <source>The scanner changes the case of letters (%1).</source>
        <translation>扫码枪改变了字母大小写（%1）。</translation>
    </message>
    <message>
        <source>The scanner sends no end mark.</source>
        <translation>扫码枪不发送结束符。</translation>
    </message>
    <message>
        <source>Characters are missing: %1</source>
        <translation>缺少字符：%1</translation>
    </message>
    <message>
        <source>The scanner sends this before each label: %1</source>
        <translation>扫码枪在每个标签前发送：%1</translation>
    </message>
    <message>
        <source>The scanner sends this after each label: %1</source>
        <translation>扫码枪在每个标签后发送：%1</translation>
    </message>
    <message>
        <source>The scanner sends letters in the encoding %1.</source>
        <translation>扫码枪以 %1 编码发送字符。</translation>
    </message>
    <message>
        <source>Something else arrived: %1</source>
        <translation>收到其他内容：%1</translation>
    </message>
    <message>
        <source>The scanner names the symbology (AIM identifier %1).</source>
        <translation>扫码枪发送码制标识（AIM 标识 %1）。</translation>
    </message>
    <message>
        <source>The scanner does not name the symbology (no AIM identifier).</source>
        <translation>扫码枪不发送码制标识（无 AIM 标识）。</translation>
    </message>
    <message>
        <source>Switch the computer to the US layout, or better the scanner to HID POS or serial mode.</source>
        <translation>请把电脑切换为美式布局，最好把扫码枪改为 HID POS 或串口模式。</translation>
    </message>
    <message>
        <source>Scan the code for the US keyboard in the scanner&apos;s manual, or use HID POS or serial mode.</source>
        <translation>请扫手册中的美式键盘设置码，或使用 HID POS 或串口模式。</translation>
    </message>
    <message>
        <source>Press Caps Lock once, or use HID POS or serial mode.</source>
        <translation>请按一次 Caps Lock，或使用 HID POS 或串口模式。</translation>
    </message>
    <message>
        <source>Set the scanner to send letters as they are (case conversion off).</source>
        <translation>请设置扫码枪原样发送字母（关闭大小写转换）。</translation>
    </message>
    <message>
        <source>Set the suffix CR (Enter): without it each label is told late.</source>
        <translation>请设置后缀 CR（回车）：没有它每个标签都会延迟。</translation>
    </message>
    <message>
        <source>Keyboard mode: set a longer delay between characters; group separators and foreign letters need HID POS or serial mode. Serial mode: compare baud rate and data bits.</source>
        <translation>键盘模式：请加大字符间延时；组分隔符和外文字符需要 HID POS 或串口模式。串口模式：请核对波特率和数据位。</translation>
    </message>
    <message>
        <source>Clear the prefix in the scanner, or name it in its address.</source>
        <translation>请清除扫码枪的前缀，或在其地址中写明。</translation>
    </message>
    <message>
        <source>Set only CR as suffix, or name this one in the scanner&apos;s address.</source>
        <translation>请只设后缀 CR，或在扫码枪地址中写明此后缀。</translation>
    </message>
    <message>
        <source>Add encoding=%1 to the scanner&apos;s address, or set it to UTF-8.</source>
        <translation>请在扫码枪地址中加 encoding=%1，或把它设为 UTF-8。</translation>
    </message>
    <message>
        <source>Compare the scanner&apos;s set-up with its manual, or reset it.</source>
        <translation>请对照手册检查扫码枪设置，或恢复出厂设置。</translation>
    </message>
    <message>
        <source>If a scanner is on this port, use it.</source>
        <translation>如果此端口接有扫码枪，请启用。</translation>
    </message>
    <message>
        <source>A person&apos;s keyboard or a scanner in keyboard mode. Such a scanner is read by this window; HID POS or serial mode is better (docs/scanners.md).</source>
        <translation>人用键盘或键盘模式的扫码枪。此类扫码枪由本窗口读取；HID POS 或串口模式更好（docs/scanners.md）。</translation>
    </message>
    <message>
        <source>The station reads through it; other programs would not.</source>
        <translation>本程序能读取；其他程序则不能。</translation>
    </message>
    <message>
        <source>This is no test code. It was not recorded.</source>
        <translation>这不是测试码。未记录。</translation>
    </message>
    <message>
        <source>Code %1 came as it should</source>
        <translation>%1 码读取正确</translation>
    </message>
    <message>
        <source>Code %1 did not come as it should</source>
        <translation>%1 码读取有误</translation>
    </message>
</context>
<context>
    <name>ScannersPage</name>
    <message>
        <source>Scanners</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Use this scanner</source>
        <translation>使用此扫码枪</translation>
    </message>
    <message>
        <source>Stop using</source>
        <translation>停止使用</translation>
    </message>
    <message>
        <source>Test a scanner</source>
        <translation>测试扫码枪</translation>
    </message>
    <message>
        <source>Print test sheet …</source>
        <translation>打印测试页…</translation>
    </message>
    <message>
        <source>Is this the scanner?</source>
        <translation>这是扫码枪吗？</translation>
    </message>
    <message>
        <source>%1 types like a keyboard. The station takes all its keys: on a person&apos;s keyboard nothing could be typed any more until it is taken out of use here with the mouse.</source>
        <translation>%1 像键盘一样输入。本程序会接管它的所有按键：若是人用键盘，则无法再打字，直到用鼠标在此停用。</translation>
    </message>
    <message>
        <source>It is the scanner</source>
        <translation>这是扫码枪</translation>
    </message>
    <message>
        <source>Open it to print it.</source>
        <translation>请打开后打印。</translation>
    </message>
    <message>
        <source>Automatic: on</source>
        <translation>自动：开</translation>
    </message>
    <message>
        <source>Automatic: off</source>
        <translation>自动：关</translation>
    </message>
    <message>
        <source>Every scanner that is found is used</source>
        <translation>使用所有找到的扫码枪</translation>
    </message>
    <message>
        <source>Only scanners that were chosen here are used</source>
        <translation>只使用在此选择的扫码枪</translation>
    </message>
    <message>
        <source>Test sheet for the printer</source>
        <translation>打印用测试页</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>SN or its beginning</source>
        <translation>SN 或其开头</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>全部证书</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>选定日期</translation>
    </message>
</context>
<context>
    <name>SendStep</name>
    <message>
        <source>Units sent</source>
        <translation>已发送的台数</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>停止发送</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>Show these units</source>
        <translation>显示这些产品</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Units</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShiftEnd</name>
    <message>
        <source>Asking the platform for its counters …</source>
        <translation>正在向平台询问计数…</translation>
    </message>
    <message>
        <source>The platform was restored</source>
        <translation>平台恢复了旧数据</translation>
    </message>
    <message>
        <source>The platform has been told</source>
        <translation>已通知平台</translation>
    </message>
    <message>
        <source>confirmed by the platform</source>
        <translation>平台已确认</translation>
    </message>
    <message>
        <source>refused, in the tray</source>
        <translation>被拒绝，在隔离盘中</translation>
    </message>
    <message>
        <source>need a supervisor</source>
        <translation>需要主管处理</translation>
    </message>
    <message>
        <source>voided by a supervisor</source>
        <translation>主管已作废</translation>
    </message>
    <message>
        <source>undone by the operator</source>
        <translation>操作员已撤销</translation>
    </message>
    <message>
        <source>handed over to another station</source>
        <translation>已移交给其他工位</translation>
    </message>
    <message>
        <source>still wait to be sent</source>
        <translation>仍待发送</translation>
    </message>
    <message>
        <source>Scanned in this shift</source>
        <translation>本班已扫码</translation>
    </message>
    <message>
        <source>%1 other certificates: change</source>
        <translation>其他 %1 个证书：变化</translation>
    </message>
    <message>
        <source>counter not known</source>
        <translation>计数未知</translation>
    </message>
    <message>
        <source>No certificate was used in this shift</source>
        <translation>本班没有使用证书</translation>
    </message>
    <message>
        <source>counter, last seen: %1</source>
        <translation>计数，最近看到：%1</translation>
    </message>
    <message>
        <source>counter when the shift began</source>
        <translation>开班时的计数</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>confirmed to this station</source>
        <translation>确认给本工位</translation>
    </message>
    <message>
        <source>used by other stations</source>
        <translation>其他工位使用</translation>
    </message>
    <message>
        <source>It balances. Press Next.</source>
        <translation>数目相符。请按“下一步”。</translation>
    </message>
    <message>
        <source>It does not balance. A supervisor has let it go as it stands.</source>
        <translation>数目不符，主管已同意照此继续。</translation>
    </message>
    <message>
        <source>The units do not add up. Do not go on: call whoever looks after this station.</source>
        <translation>台数加起来不对。请勿继续：请联系负责本工位的人员。</translation>
    </message>
    <message>
        <source>The platform&apos;s counter is not fresh: it lacks units that it has confirmed. Ask again.</source>
        <translation>平台计数不是最新的：缺少它已确认的产品。请再次询问。</translation>
    </message>
    <message>
        <source>The platform&apos;s counter has risen by less than it has confirmed. Tell whoever looks after it.</source>
        <translation>平台计数的增加少于它已确认的台数。请通知平台负责人。</translation>
    </message>
    <message>
        <source>Nothing waits: everything has been sent already.</source>
        <translation>没有待发送的产品：已全部发送。</translation>
    </message>
    <message>
        <source>Asking the platform …</source>
        <translation>正在查询平台…</translation>
    </message>
    <message>
        <source>You can go on without this look.</source>
        <translation>可以跳过这一步继续。</translation>
    </message>
    <message>
        <source>will be sent and should be confirmed</source>
        <translation>将发送，预计会被确认</translation>
    </message>
    <message>
        <source>will be refused: these units belong in the tray</source>
        <translation>将被拒绝：这些产品应放入隔离盘</translation>
    </message>
    <message>
        <source>are over the quota: the certificate has no room for them</source>
        <translation>超出配额：证书已没有余量</translation>
    </message>
    <message>
        <source>were sent and had no answer: the platform is asked about them first</source>
        <translation>已发送但没有回答：先向平台询问</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Go on although it does not match?</source>
        <translation>数目不符，仍要继续？</translation>
    </message>
    <message>
        <source>A supervisor answers for it. Who and why are kept in the journal.</source>
        <translation>由主管负责。谁、为什么都会记入流水记录。</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Reason: choose or type one</source>
        <translation>原因：请选择或输入</translation>
    </message>
    <message>
        <source>Nothing was scanned, so there is nothing to report.</source>
        <translation>没有扫码，所以没有报告。</translation>
    </message>
    <message>
        <source>Stopping: the batch under way is finished first.</source>
        <translation>正在停止：先完成正在发送的一批。</translation>
    </message>
    <message>
        <source>Stopped. What is left stays safe here.</source>
        <translation>已停止。剩下的安全保存在这里。</translation>
    </message>
    <message>
        <source>confirmed just now</source>
        <translation>刚刚确认</translation>
    </message>
    <message>
        <source>refused just now: put these units in the tray</source>
        <translation>刚刚被拒绝：请放入隔离盘</translation>
    </message>
    <message>
        <source>need a supervisor before the shift can end</source>
        <translation>结班前需要主管处理</translation>
    </message>
    <message>
        <source>Nothing is lost. Sending goes on by itself as soon as the platform answers.</source>
        <translation>不会丢失。平台一有回答就自动继续发送。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>剩余时间：尚不清楚</translation>
    </message>
    <message>
        <source>Time left: about %1</source>
        <translation>剩余时间：约 %1</translation>
    </message>
    <message>
        <source>Everything is sent, but a supervisor has to decide about some units.</source>
        <translation>已全部发送，但有些产品需要主管决定。</translation>
    </message>
    <message>
        <source>Everything is sent and settled.</source>
        <translation>已全部发送并有结果。</translation>
    </message>
    <message>
        <source>The shift is being closed: this unit was not recorded.</source>
        <translation>正在结班：这台产品没有记录。</translation>
    </message>
    <message>
        <source>NOT TAKEN</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>To scan on, go to End of shift and press: Go back to scanning.</source>
        <translation>要继续扫码，请到“结班”页按“返回扫码”。</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>set aside, in the tray</source>
        <translation>已隔离，在隔离盘中</translation>
    </message>
    <message>
        <source>scanned in this shift</source>
        <translation>台本班已扫码</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>停止扫码</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Set-aside tray</source>
        <translation>隔离盘</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>From here on no unit is taken. You can go back to scanning at any time.</source>
        <translation>从现在起不再接收产品。随时可以返回扫码。</translation>
    </message>
    <message>
        <source>What will become of the units that wait. Nothing is sent yet.</source>
        <translation>待发送的产品会怎样。现在还不发送。</translation>
    </message>
    <message>
        <source>The units that wait go to the platform now.</source>
        <translation>待发送的产品现在发往平台。</translation>
    </message>
    <message>
        <source>Count the units in the set-aside tray by hand, and type how many.</source>
        <translation>请用手清点隔离盘中的产品，并输入台数。</translation>
    </message>
    <message>
        <source>Every unit of the shift must be somewhere.</source>
        <translation>本班的每一台产品都必须有去处。</translation>
    </message>
    <message>
        <source>Save the report of this shift where you need it, or go on without.</source>
        <translation>把本班报告保存到需要的地方，也可以不保存。</translation>
    </message>
    <message>
        <source>Everything is settled. Signing out ends the shift.</source>
        <translation>全部已有结果。退出登录即结束本班。</translation>
    </message>
    <message>
        <source>Have all units of this shift been scanned?</source>
        <translation>本班的产品都扫码了吗？</translation>
    </message>
    <message>
        <source>Nobody is signed in, and no shift is open. To begin the next one, sign in on the page Account.</source>
        <translation>没有人登录，也没有进行中的班次。要开始下一班，请在“账号”页登录。</translation>
    </message>
    <message>
        <source>of them wait to be sent</source>
        <translation>台待发送</translation>
    </message>
    <message>
        <source>Scanning is stopped.</source>
        <translation>扫码已停止。</translation>
    </message>
    <message>
        <source>belongs here</source>
        <translation>属于这里</translation>
    </message>
    <message>
        <source>was refused in an earlier shift: take it out</source>
        <translation>在以前的班次被拒绝：请取出</translation>
    </message>
    <message>
        <source>is confirmed: put it with the finished units</source>
        <translation>已确认：请放到完成的产品中</translation>
    </message>
    <message>
        <source>goes on without the tray: put it back with its pallet</source>
        <translation>不需要隔离：请放回托盘</translation>
    </message>
    <message>
        <source>needs a supervisor: decide about it first</source>
        <translation>需要主管：请先决定</translation>
    </message>
    <message>
        <source>was undone or voided: take it out</source>
        <translation>已撤销或作废：请取出</translation>
    </message>
    <message>
        <source>was turned away when it was scanned: take it out</source>
        <translation>扫码时未被接收：请取出</translation>
    </message>
    <message>
        <source>was never scanned here: take it out</source>
        <translation>从未在这里扫码：请取出</translation>
    </message>
    <message>
        <source>The unit is being looked for</source>
        <translation>正在寻找该产品</translation>
    </message>
    <message>
        <source>The unit was scrapped</source>
        <translation>该产品已报废</translation>
    </message>
    <message>
        <source>The unit is with the repair</source>
        <translation>该产品在维修</translation>
    </message>
    <message>
        <source>counted in the tray</source>
        <translation>隔离盘中清点</translation>
    </message>
    <message>
        <source>refused in this shift</source>
        <translation>本班被拒绝</translation>
    </message>
    <message>
        <source>The tray is right. Press Next.</source>
        <translation>隔离盘数目正确。请按“下一步”。</translation>
    </message>
    <message>
        <source>It does not match. A supervisor has let it go as it stands.</source>
        <translation>数目不一致，主管已同意照此继续。</translation>
    </message>
    <message>
        <source>It does not match. Scan each unit in the tray: what is missing and what does not belong there is named here.</source>
        <translation>数目不一致。请逐台扫描隔离盘中的产品：缺少的和不该在那里的都会列在这里。</translation>
    </message>
    <message>
        <source>%1 of %2 found by scanning</source>
        <translation>扫描找到 %1 / %2</translation>
    </message>
    <message>
        <source>Does not belong in the tray:</source>
        <translation>不该在隔离盘中：</translation>
    </message>
    <message>
        <source>Missing from the tray:</source>
        <translation>隔离盘中缺少：</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Fill in every field.</source>
        <translation>请填写所有字段。</translation>
    </message>
    <message>
        <source>The form is not complete</source>
        <translation>表单未填完</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Client ID</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>Choose the data centre of the account, or type another address.</source>
        <translation>请选择账号所在的数据中心，或输入其他地址。</translation>
    </message>
    <message>
        <source>Sign in to the platform</source>
        <translation>登录平台</translation>
    </message>
</context>
<context>
    <name>SignOutStep</name>
    <message>
        <source>End the shift</source>
        <translation>结束本班</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Sound check</source>
        <translation>声音检查</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>再播放一次</translation>
    </message>
    <message>
        <source>I did not hear them</source>
        <translation>我没听到</translation>
    </message>
    <message>
        <source>I heard all five</source>
        <translation>五种都听到了</translation>
    </message>
    <message>
        <source>Accepted: one short high blip</source>
        <translation>接收：一声短促高音</translation>
    </message>
    <message>
        <source>Already scanned: two low blips</source>
        <translation>已扫过：两声低音</translation>
    </message>
    <message>
        <source>Set aside: three falling notes</source>
        <translation>隔离：三声下降音</translation>
    </message>
    <message>
        <source>Stop: low and high in turn, again and again</source>
        <translation>停止：低音高音反复交替</translation>
    </message>
    <message>
        <source>Information: one soft chime</source>
        <translation>提示：一声柔和铃音</translation>
    </message>
    <message>
        <source>The sounds are switched off: the setting “volume” is 0.</source>
        <translation>声音已关闭：设置 volume 为 0。</translation>
    </message>
    <message>
        <source>Check that a loudspeaker is plugged in and switched on, that the computer is not muted, and its volume. Then play them again, or call the supervisor. Until then watch the screen after each scan.</source>
        <translation>请检查扬声器是否插好并打开、电脑是否静音及其音量。然后再播放一次，或叫主管。在此之前，每次扫码后请看屏幕。</translation>
    </message>
    <message>
        <source>Do you hear all five, each when its name is marked?</source>
        <translation>名称标亮时，五种声音都能听到吗？</translation>
    </message>
</context>
<context>
    <name>SoundSide</name>
    <message>
        <source>Sound check</source>
        <translation>声音检查</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Restore the newest backup</source>
        <translation>恢复最新备份</translation>
    </message>
</context>
<context>
    <name>StartErrorDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StationWindow</name>
    <message>
        <source>%1. Scan that unit again.</source>
        <translation>%1。请重扫该产品。</translation>
    </message>
    <message>
        <source>A label came broken</source>
        <translation>标签读取不完整</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>结班</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>棕</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑</translation>
    </message>
</context>
<context>
    <name>TotalsLine</name>
    <message>
        <source>scanned</source>
        <translation>已扫</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待发送</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training …</source>
        <translation>培训…</translation>
    </message>
    <message>
        <source>Practise without consequences</source>
        <translation>放心练习，不产生影响</translation>
    </message>
    <message>
        <source>Training is a window of its own, with a violet frame, on data and a platform of its own: nothing that is done there reaches this station&apos;s data or the real platform. This window stays open. A keyboard scanner writes into the window in front; other scanners stay with this window. To end the training, close its window.</source>
        <translation>培训在带紫色边框的独立窗口中进行，使用独立的数据和平台：那里的操作不会影响本站数据或真实平台。本窗口保持打开。键盘式扫码枪写入最前面的窗口；其他扫码枪仍属本窗口。关闭培训窗口即结束培训。</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始培训</translation>
    </message>
    <message>
        <source>Start it from a terminal: pid-station training</source>
        <translation>请从终端启动：pid-station training</translation>
    </message>
    <message>
        <source>The training did not start</source>
        <translation>培训未能启动</translation>
    </message>
    <message>
        <source>TRAINING - PID Station</source>
        <translation>培训 - PID Station</translation>
    </message>
    <message>
        <source>TRAINING - nothing is sent to the platform</source>
        <translation>培训 - 不会发送到平台</translation>
    </message>
    <message>
        <source>TRAINING - to end it, close this window</source>
        <translation>培训 - 关闭此窗口即结束</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>培训</translation>
    </message>
</context>
<context>
    <name>TrayStep</name>
    <message>
        <source>Units that are missing or do not belong here</source>
        <translation>缺少的或不该在这里的产品</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新清点</translation>
    </message>
    <message>
        <source>Go on all the same …</source>
        <translation>仍然继续…</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Opening the port …</source>
        <translation>正在打开端口…</translation>
    </message>
    <message>
        <source>%1 bytes have come</source>
        <translation>已收到 %1 字节</translation>
    </message>
    <message>
        <source>Start the transmission at the scanner now.</source>
        <translation>现在请在扫码枪上开始发送。</translation>
    </message>
    <message>
        <source>Waiting for the scanner</source>
        <translation>正在等待扫码枪</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WayDialog</name>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>Choose the name first.</source>
        <translation>请先选择姓名。</translation>
    </message>
    <message>
        <source>Type the PIN.</source>
        <translation>请输入 PIN 码。</translation>
    </message>
    <message>
        <source>Choose the name, then type the PIN.</source>
        <translation>请选择姓名，再输入 PIN 码。</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Go back to scanning</source>
        <translation>返回扫码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>停止扫码</translation>
    </message>
    <message>
        <source>Go back to scanning?</source>
        <translation>返回扫码？</translation>
    </message>
    <message>
        <source>Units are taken again. What was counted is counted anew at the next end of the shift.</source>
        <translation>重新接收产品。清点过的在下次结班时重新清点。</translation>
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
        <translation>蓝牙</translation>
    </message>
    <message>
        <source>Zigbee</source>
        <translation>Zigbee</translation>
    </message>
    <message>
        <source>OEM firmware</source>
        <translation>OEM 固件</translation>
    </message>
    <message>
        <source>General firmware</source>
        <translation>通用固件</translation>
    </message>
    <message>
        <source>Custom firmware</source>
        <translation>定制固件</translation>
    </message>
    <message>
        <source>In development</source>
        <translation>开发中</translation>
    </message>
    <message>
        <source>Trial production</source>
        <translation>试产</translation>
    </message>
    <message>
        <source>Mass production</source>
        <translation>量产</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Western America</source>
        <translation>美国西部</translation>
    </message>
    <message>
        <source>Eastern America</source>
        <translation>美国东部</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>中欧</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>西欧</translation>
    </message>
    <message>
        <source>India</source>
        <translation>印度</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>needs a supervisor</source>
        <translation>需要主管</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>ALREADY SCANNED</source>
        <translation>已扫过</translation>
    </message>
    <message>
        <source>read twice, counted once</source>
        <translation>读了两次，只计一次</translation>
    </message>
    <message>
        <source>NOT AN SN</source>
        <translation>不是 SN</translation>
    </message>
    <message>
        <source>WRONG PRODUCT</source>
        <translation>产品不符</translation>
    </message>
    <message>
        <source>SET ASIDE</source>
        <translation>请隔离</translation>
    </message>
    <message>
        <source>CERTIFICATE FULL</source>
        <translation>配额已用完</translation>
    </message>
    <message>
        <source>CERTIFICATE CLOSED</source>
        <translation>证书已关闭</translation>
    </message>
    <message>
        <source>WAIT</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>审核驳回</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>settings refused</source>
        <translation>设置被拒绝</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>no internet</source>
        <translation>没有互联网</translation>
    </message>
    <message>
        <source>the platform does not answer</source>
        <translation>平台无答复</translation>
    </message>
    <message>
        <source>the platform is busy</source>
        <translation>平台繁忙</translation>
    </message>
    <message>
        <source>a log-in page of the network answers</source>
        <translation>被网络登录页拦截</translation>
    </message>
    <message>
        <source>the connection is not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>the proxy refuses</source>
        <translation>代理服务器拒绝</translation>
    </message>
    <message>
        <source>this computer&apos;s clock is wrong</source>
        <translation>本机时钟不准</translation>
    </message>
    <message>
        <source>Supervisor: check the network cable or the Wi-Fi.</source>
        <translation>主管：请检查网线或 Wi-Fi。</translation>
    </message>
    <message>
        <source>Supervisor: check the router, or ask the network&apos;s people.</source>
        <translation>主管：请检查路由器，或联系网管。</translation>
    </message>
    <message>
        <source>Nobody need do anything: it is tried again.</source>
        <translation>无需处理：会自动重试。</translation>
    </message>
    <message>
        <source>Supervisor: log in to the network in a browser.</source>
        <translation>主管：请在浏览器中登录网络。</translation>
    </message>
    <message>
        <source>Supervisor: check this computer&apos;s date and the setting ca_bundle.</source>
        <translation>主管：请检查本机日期和设置 ca_bundle。</translation>
    </message>
    <message>
        <source>Supervisor: check the proxy settings.</source>
        <translation>主管：请检查代理设置。</translation>
    </message>
    <message>
        <source>Supervisor: set this computer&apos;s date and time.</source>
        <translation>主管：请校准本机日期和时间。</translation>
    </message>
    <message>
        <source>Supervisor: sign in again.</source>
        <translation>主管：请重新登录。</translation>
    </message>
    <message>
        <source>Tell the supervisor.</source>
        <translation>请告诉主管。</translation>
    </message>
    <message>
        <source>the oldest unit has waited too long</source>
        <translation>最早的产品等待过久</translation>
    </message>
    <message>
        <source>too many units wait</source>
        <translation>待发送的太多</translation>
    </message>
    <message>
        <source>own share used up</source>
        <translation>本站份额用完</translation>
    </message>
    <message>
        <source>own share ends</source>
        <translation>本站份额到期</translation>
    </message>
    <message>
        <source>certificate used up</source>
        <translation>证书配额用完</translation>
    </message>
    <message>
        <source>certificate ends</source>
        <translation>证书到期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>already on the new PID</source>
        <translation>已是新 PID</translation>
    </message>
    <message>
        <source>the platform does not know this SN</source>
        <translation>平台没有此 SN</translation>
    </message>
    <message>
        <source>the unit has another original PID</source>
        <translation>产品的原 PID 不同</translation>
    </message>
    <message>
        <source>an end user has already bound this unit</source>
        <translation>产品已被最终用户绑定</translation>
    </message>
    <message>
        <source>the platform finds the SN malformed</source>
        <translation>平台认为 SN 格式不对</translation>
    </message>
    <message>
        <source>the product&apos;s protocol cannot be replaced</source>
        <translation>该产品的协议不支持替换</translation>
    </message>
    <message>
        <source>sent twice in one batch</source>
        <translation>同一批次发送了两次</translation>
    </message>
    <message>
        <source>sent before with other contents</source>
        <translation>之前以不同内容发送过</translation>
    </message>
    <message>
        <source>the certificate is not approved</source>
        <translation>证书尚未通过审核</translation>
    </message>
    <message>
        <source>the certificate was revoked</source>
        <translation>证书已吊销</translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>the certificate is used up</source>
        <translation>证书配额已用完</translation>
    </message>
    <message>
        <source>this station&apos;s share has run out</source>
        <translation>本站份额已到期</translation>
    </message>
    <message>
        <source>the platform is busy; it is sent again</source>
        <translation>平台繁忙；会再次发送</translation>
    </message>
    <message>
        <source>the unit is busy on the platform; it is sent again</source>
        <translation>产品在平台上被占用；会再次发送</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>replaced elsewhere</source>
        <translation>已在别处替换</translation>
    </message>
    <message>
        <source>unknown SN</source>
        <translation>SN 未知</translation>
    </message>
    <message>
        <source>another product</source>
        <translation>产品不同</translation>
    </message>
    <message>
        <source>bound by a user</source>
        <translation>已被用户绑定</translation>
    </message>
    <message>
        <source>malformed SN</source>
        <translation>SN 格式不对</translation>
    </message>
    <message>
        <source>wrong protocol</source>
        <translation>协议不符</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>尚未通过审核</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>证书已吊销</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>certificate full</source>
        <translation>配额用完</translation>
    </message>
    <message>
        <source>share run out</source>
        <translation>份额用完</translation>
    </message>
</context>
</TS>
