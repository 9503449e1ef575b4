<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Follow-up Tracker</source>
        <translation>随访记录</translation>
    </message>
    <message>
        <source>Version {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It opens no network connection.</source>
        <translation>自由软件，采用 MIT 许可证。它不建立任何网络连接。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Nothing was ever written down there.</source>
        <translation>那里从未写入过内容。</translation>
    </message>
    <message>
        <source>Versions, paths and counts for IT; no name, no number and no value.</source>
        <translation>供信息科使用的版本、路径和数量；不含姓名、编号和数值。</translation>
    </message>
    <message>
        <source>Database: {path}
Schema: {schema}
Qt {qt}, SQLCipher {cipher}</source>
        <translation>数据库：{path}
结构版本：{schema}
Qt {qt}，SQLCipher {cipher}</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The name stands beside everything that is recorded.</source>
        <translation>该姓名会显示在其录入的每条记录旁。</translation>
    </message>
    <message>
        <source>The role says what the person may do.</source>
        <translation>角色决定此人可以做什么。</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>nothing decided yet</source>
        <translation>尚未决定</translation>
    </message>
</context>
<context>
    <name>AddDocumentDialog</name>
    <message>
        <source>Add a document</source>
        <translation>添加文档</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say what it is, so that others find it.</source>
        <translation>请写明这是什么，便于他人查找。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>{file}: an encrypted copy is kept with the chart; the file itself stays where it is.</source>
        <translation>{file}：随病历保存一份加密副本；原文件保留在原处。</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Keeping and erasing</source>
        <translation>保存与清除</translation>
    </message>
    <message>
        <source>Passphrase and lock</source>
        <translation>口令与锁定</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>AdverseEvent</name>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Any word of the CTCAE term, or a word of the clinic; Down chooses.</source>
        <translation>CTCAE 术语中的任一词，或本机构用词；按向下键选择。</translation>
    </message>
    <message>
        <source>CTCAE version</source>
        <translation>CTCAE 版本</translation>
    </message>
    <message>
        <source>Empty when the event was not graded.</source>
        <translation>事件未分级时留空。</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Severity in words</source>
        <translation>严重程度（文字）</translation>
    </message>
    <message>
        <source>As written, when no grade is stated.</source>
        <translation>未给出分级时，按原文填写。</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>转归</translation>
    </message>
    <message>
        <source>Immune-related</source>
        <translation>免疫相关</translation>
    </message>
    <message>
        <source>Cause as written</source>
        <translation>原文所述原因</translation>
    </message>
    <message>
        <source>Words of the source; below, each treatment is judged with its certainty.</source>
        <translation>照录来源原文；下方逐项判断各治疗及其关联程度。</translation>
    </message>
    <message>
        <source>Action taken</source>
        <translation>采取的措施</translation>
    </message>
    <message>
        <source>Treatment given</source>
        <translation>给予的治疗</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>严重不良事件</translation>
    </message>
    <message>
        <source>Organ of the irAE</source>
        <translation>irAE 所属器官</translation>
    </message>
    <message>
        <source>Empty = as the list has it for the term.</source>
        <translation>留空 = 按列表中该术语所属。</translation>
    </message>
    <message>
        <source>Rechallenge</source>
        <translation>再次用药</translation>
    </message>
    <message>
        <source>Given again on</source>
        <translation>再次用药日期</translation>
    </message>
</context>
<context>
    <name>AdverseEventGrade</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Empty when it is not known.</source>
        <translation>不清楚时留空。</translation>
    </message>
    <message>
        <source>Severity in words</source>
        <translation>严重程度（文字）</translation>
    </message>
</context>
<context>
    <name>Agent</name>
    <message>
        <source>{drug}: in no table of the program or the clinic</source>
        <translation>{drug}：程序和机构的表中均没有</translation>
    </message>
    <message>
        <source>every {n} d</source>
        <translation>每 {n} 天</translation>
    </message>
    <message>
        <source>confidence {how}</source>
        <translation>可信度{how}</translation>
    </message>
    <message>
        <source>confidence not stated</source>
        <translation>未注明可信度</translation>
    </message>
    <message>
        <source>{drug}: {facts} ({source}, version {version})</source>
        <translation>{drug}：{facts}（{source}，版本 {version}）</translation>
    </message>
</context>
<context>
    <name>AskCell</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>was {n}</source>
        <translation>上次 {n}</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>{question}. 0 = none; grades {grades}</source>
        <translation>{question}。0 = 无；分级 {grades}</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Systemic course</source>
        <translation>全身治疗</translation>
    </message>
    <message>
        <source>Radiotherapy</source>
        <translation>放疗</translation>
    </message>
    <message>
        <source>Another cause, or one drug</source>
        <translation>其他原因，或其中一药</translation>
    </message>
    <message>
        <source>Surgery, the disease, another medicine; beside a course the drug of it.</source>
        <translation>手术、疾病本身、其他药物；已选全身治疗时填其中的药物。</translation>
    </message>
    <message>
        <source>Caused by it</source>
        <translation>由其引起</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Show earlier entries</source>
        <translation>显示更早的条目</translation>
    </message>
    <message>
        <source>Export as CSV …</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Hospital number</source>
        <translation>住院号</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Write days like 2024-11-26.</source>
        <translation>日期请写作 2024-11-26。</translation>
    </message>
    <message>
        <source>No chart has this number.</source>
        <translation>没有此编号的病历。</translation>
    </message>
    <message>
        <source>entries: {n}</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>the newest {n} entries</source>
        <translation>最新的 {n} 条</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Entry {n} of the audit trail</source>
        <translation>审计记录第 {n} 条</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格（*.csv）</translation>
    </message>
    <message>
        <source>{file}, entries: {n}. It is not encrypted: keep it as you keep a paper chart.</source>
        <translation>{file}：{n} 条。该文件未加密：请像保管纸质病历一样保管。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reason or content</source>
        <translation>原因或内容</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>name not known</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>{number}, also {other}</source>
        <translation>{number}，另见 {other}</translation>
    </message>
    <message>
        <source>sex not recorded</source>
        <translation>性别未记录</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} 项待核对</translation>
    </message>
    <message>
        <source>sections disagree</source>
        <translation>各部分相互矛盾</translation>
    </message>
    <message>
        <source>open or missing</source>
        <translation>未完成或缺失</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>stage not recorded</source>
        <translation>分期未记录</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>present, not named</source>
        <translation>有过敏，未注明过敏原</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>无记录</translation>
    </message>
    <message>
        <source>since {date}, {counter}</source>
        <translation>自 {date} 起，{counter}</translation>
    </message>
    <message>
        <source>ended by death</source>
        <translation>因死亡终止</translation>
    </message>
    <message>
        <source>stopped {date}</source>
        <translation>{date} 停药</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次到期</translation>
    </message>
    <message>
        <source>{left} {date}</source>
        <translation>{date} {left}</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>无计划</translation>
    </message>
    <message>
        <source>recheck {date}</source>
        <translation>{date} 复查</translation>
    </message>
    <message>
        <source>no recheck day set</source>
        <translation>未定复查日</translation>
    </message>
    <message>
        <source>held: {reason}</source>
        <translation>已暂停：{reason}</translation>
    </message>
    <message>
        <source>cannot project</source>
        <translation>无法推算</translation>
    </message>
    <message>
        <source>{n} d over</source>
        <translation>逾期 {n} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>appointed</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>推算</translation>
    </message>
</context>
<context>
    <name>BaselineCheck</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Finding in words</source>
        <translation>所见（文字）</translation>
    </message>
    <message>
        <source>What was left out: by whom and why.</source>
        <translation>略去时：由谁、为何。</translation>
    </message>
</context>
<context>
    <name>Biomarker</name>
    <message>
        <source>Test</source>
        <translation>检测项目</translation>
    </message>
    <message>
        <source>Value as reported</source>
        <translation>报告值</translation>
    </message>
    <message>
        <source>For example 10, &lt;1, 3+, type 16 positive, MSI-H, unknown.</source>
        <translation>例如 10、&lt;1、3+、16 型阳性、MSI-H、不详。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Assay</source>
        <translation>检测方法</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Of the specimen, where it is known.</source>
        <translation>已知时填写标本日期。</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>标本</translation>
    </message>
</context>
<context>
    <name>CalendarFileDialog</name>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>不含姓名</translation>
    </message>
    <message>
        <source>With names and treatments</source>
        <translation>含姓名和治疗</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Everything that has a day, 90 days ahead, as all-day events with an alarm at 08:00. Read each new file into the same calendar: what moved moves, and what left the list is cancelled. A calendar is not encrypted and may be synchronised to other places.</source>
        <translation>今后 90 天内有日期的全部事项，作为全天事件，08:00 提醒。请将每个新文件读入同一日历：改期的随之移动，已离开列表的被取消。日历未加密，并可能同步到其他地方。</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the calendar file</source>
        <translation>保存日历文件</translation>
    </message>
    <message>
        <source>follow-up.ics</source>
        <translation>follow-up.ics</translation>
    </message>
    <message>
        <source>{file}, events: {n}, {new} new, {changed} changed; {cancelled} cancelled. Lines without a day, not in it: {undated}.</source>
        <translation>{file} 含 {n} 个事件：新增 {new}，变更 {changed}；取消 {cancelled}。{undated} 行没有日期，未列入。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>compressed {n} ×</source>
        <translation>压缩 {n} 倍</translation>
    </message>
    <message>
        <source>Lifeline</source>
        <translation>病程图</translation>
    </message>
    <message>
        <source>day unknown, month known</source>
        <translation>月份已知，日期不详</translation>
    </message>
    <message>
        <source>date not recorded</source>
        <translation>日期未记录</translation>
    </message>
    <message>
        <source>reference range uncertain</source>
        <translation>参考范围不确定</translation>
    </message>
    <message>
        <source>H above the range of its date</source>
        <translation>H 高于当日适用的参考范围</translation>
    </message>
    <message>
        <source>grade not stated</source>
        <translation>未注明分级</translation>
    </message>
    <message>
        <source>{n} without a date</source>
        <translation>{n} 项无日期</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>药物</translation>
    </message>
    <message>
        <source>tick = dated dose</source>
        <translation>刻线 = 有日期的给药</translation>
    </message>
    <message>
        <source>Radiotherapy</source>
        <translation>放疗</translation>
    </message>
    <message>
        <source>Gy / fractions</source>
        <translation>Gy / 次数</translation>
    </message>
    <message>
        <source>Surgery</source>
        <translation>手术</translation>
    </message>
    <message>
        <source>and biopsy</source>
        <translation>及活检</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>and response</source>
        <translation>及疗效</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>CTCAE grade</source>
        <translation>CTCAE 分级</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>{n} not drawn</source>
        <translation>{n} 项未绘出</translation>
    </message>
    <message>
        <source>× limit</source>
        <translation>× 上限</translation>
    </message>
    <message>
        <source>{unit}, log</source>
        <translation>{unit}，对数</translation>
    </message>
    <message>
        <source>Multiples of the own limit; not comparable across assays.</source>
        <translation>各自上限的倍数；不同检测方法之间不可比较。</translation>
    </message>
    <message>
        <source>own limit = 1</source>
        <translation>自身上限 = 1</translation>
    </message>
    <message>
        <source>{n} × limit</source>
        <translation>上限的 {n} 倍</translation>
    </message>
    <message>
        <source>range uncertain</source>
        <translation>参考范围不确定</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Whole course</source>
        <translation>全病程</translation>
    </message>
    <message>
        <source>true scale</source>
        <translation>真实比例</translation>
    </message>
    <message>
        <source>No marker result recorded</source>
        <translation>尚无肿瘤标志物结果</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>标志物</translation>
    </message>
    <message>
        <source>range ?</source>
        <translation>参考范围？</translation>
    </message>
</context>
<context>
    <name>ChartBar</name>
    <message>
        <source>bands</source>
        <translation>范围带</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>÷ limit</source>
        <translation>÷ 上限</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>window</source>
        <translation>时间窗</translation>
    </message>
</context>
<context>
    <name>ChildGrid</name>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Sources and notes</source>
        <translation>来源和备注</translation>
    </message>
    <message>
        <source>Source, if another</source>
        <translation>来源（如不同）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take this row away (Ctrl+Del)</source>
        <translation>删去此行（Ctrl+Del）</translation>
    </message>
    <message>
        <source>Mark this row as entered in error (Ctrl+Del)</source>
        <translation>将此行标记为误录（Ctrl+Del）</translation>
    </message>
    <message>
        <source>Source of the row</source>
        <translation>该行的来源</translation>
    </message>
    <message>
        <source>Note of the row</source>
        <translation>该行的备注</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>PD-1 antibody</source>
        <translation>PD-1 抗体</translation>
    </message>
    <message>
        <source>PD-L1 antibody</source>
        <translation>PD-L1 抗体</translation>
    </message>
    <message>
        <source>CTLA-4 antibody</source>
        <translation>CTLA-4 抗体</translation>
    </message>
    <message>
        <source>bispecific antibody</source>
        <translation>双特异性抗体</translation>
    </message>
    <message>
        <source>fixed antibody combination</source>
        <translation>固定抗体组合</translation>
    </message>
    <message>
        <source>chemotherapy</source>
        <translation>化疗</translation>
    </message>
    <message>
        <source>anti-VEGF antibody</source>
        <translation>抗 VEGF 抗体</translation>
    </message>
    <message>
        <source>tyrosine kinase inhibitor</source>
        <translation>酪氨酸激酶抑制剂</translation>
    </message>
    <message>
        <source>antibody-drug conjugate</source>
        <translation>抗体偶联药物</translation>
    </message>
    <message>
        <source>bisphosphonate</source>
        <translation>双膦酸盐</translation>
    </message>
    <message>
        <source>corticosteroid</source>
        <translation>糖皮质激素</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>single dose</source>
        <translation>单次剂量</translation>
    </message>
    <message>
        <source>number of doses</source>
        <translation>给药次数</translation>
    </message>
    <message>
        <source>change of dose and interval</source>
        <translation>剂量和间隔变更</translation>
    </message>
    <message>
        <source>body weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>highest dose</source>
        <translation>最高剂量</translation>
    </message>
    <message>
        <source>route</source>
        <translation>给药途径</translation>
    </message>
    <message>
        <source>other product</source>
        <translation>其他制剂</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>body surface</source>
        <translation>体表面积</translation>
    </message>
    <message>
        <source>GFR</source>
        <translation>GFR</translation>
    </message>
    <message>
        <source>creatinine</source>
        <translation>肌酐</translation>
    </message>
    <message>
        <source>no clinic on this weekday</source>
        <translation>该星期日不开诊</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>公共假日</translation>
    </message>
    <message>
        <source>clinic closed</source>
        <translation>机构停诊</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>between two dates</source>
        <translation>两日期之间</translation>
    </message>
    <message>
        <source>open on one side</source>
        <translation>一侧开放</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Mosteller</source>
        <translation>Mosteller</translation>
    </message>
    <message>
        <source>DuBois</source>
        <translation>DuBois</translation>
    </message>
    <message>
        <source>Haycock</source>
        <translation>Haycock</translation>
    </message>
    <message>
        <source>Gehan-George</source>
        <translation>Gehan-George</translation>
    </message>
    <message>
        <source>Boyd</source>
        <translation>Boyd</translation>
    </message>
    <message>
        <source>current</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>a numeric result</source>
        <translation>数值结果</translation>
    </message>
    <message>
        <source>a unit of the criteria</source>
        <translation>标准所用的单位</translation>
    </message>
    <message>
        <source>the upper limit of normal</source>
        <translation>正常值上限</translation>
    </message>
    <message>
        <source>the lower limit of normal</source>
        <translation>正常值下限</translation>
    </message>
    <message>
        <source>the value at baseline</source>
        <translation>基线值</translation>
    </message>
    <message>
        <source>numeric criteria of this CTCAE version</source>
        <translation>该 CTCAE 版本的数值标准</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>resolved with sequelae</source>
        <translation>已恢复，有后遗症</translation>
    </message>
    <message>
        <source>resolving</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>not resolved</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>致死</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>gastrointestinal</source>
        <translation>胃肠</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>pancreas (laboratory)</source>
        <translation>胰腺（检验）</translation>
    </message>
    <message>
        <source>endocrine</source>
        <translation>内分泌</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>muscle and joint</source>
        <translation>肌肉和关节</translation>
    </message>
    <message>
        <source>nerve</source>
        <translation>神经</translation>
    </message>
    <message>
        <source>kidney</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>眼</translation>
    </message>
    <message>
        <source>blood</source>
        <translation>血液</translation>
    </message>
    <message>
        <source>whole body</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>not given again</source>
        <translation>未再次用药</translation>
    </message>
    <message>
        <source>given again, did not come back</source>
        <translation>再次用药，未复发</translation>
    </message>
    <message>
        <source>given again, came back</source>
        <translation>再次用药，复发</translation>
    </message>
    <message>
        <source>given again, another irAE came</source>
        <translation>再次用药，出现其他 irAE</translation>
    </message>
    <message>
        <source>definite</source>
        <translation>肯定</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>可能无关</translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation>无关</translation>
    </message>
    <message>
        <source>immunotherapy</source>
        <translation>免疫治疗</translation>
    </message>
    <message>
        <source>targeted therapy</source>
        <translation>靶向治疗</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>neoadjuvant</source>
        <translation>新辅助</translation>
    </message>
    <message>
        <source>adjuvant</source>
        <translation>辅助</translation>
    </message>
    <message>
        <source>definitive</source>
        <translation>根治性</translation>
    </message>
    <message>
        <source>recurrent or metastatic disease</source>
        <translation>复发或转移性疾病</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维持治疗</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已给药</translation>
    </message>
    <message>
        <source>given, reduced</source>
        <translation>已给药（减量）</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>hold lifted</source>
        <translation>已解除暂停</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>已推迟</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停药</translation>
    </message>
    <message>
        <source>appointed</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>toxicity</source>
        <translation>毒性</translation>
    </message>
    <message>
        <source>laboratory result</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>infection</source>
        <translation>感染</translation>
    </message>
    <message>
        <source>patient&apos;s wish</source>
        <translation>患者意愿</translation>
    </message>
    <message>
        <source>holiday or logistics</source>
        <translation>节假日或安排原因</translation>
    </message>
    <message>
        <source>progression</source>
        <translation>疾病进展</translation>
    </message>
    <message>
        <source>planned end reached</source>
        <translation>已完成计划疗程</translation>
    </message>
    <message>
        <source>offered, no answer yet</source>
        <translation>已提出，尚无答复</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>clinical (c)</source>
        <translation>临床（c）</translation>
    </message>
    <message>
        <source>imaging (r)</source>
        <translation>影像（r）</translation>
    </message>
    <message>
        <source>pathology (p)</source>
        <translation>病理（p）</translation>
    </message>
    <message>
        <source>no evidence of disease</source>
        <translation>无疾病证据</translation>
    </message>
    <message>
        <source>complete response</source>
        <translation>完全缓解</translation>
    </message>
    <message>
        <source>partial response</source>
        <translation>部分缓解</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>recurrent</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>progressive</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>active tumour</source>
        <translation>活动（未控制）</translation>
    </message>
    <message>
        <source>controlled</source>
        <translation>已控制</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no stop found</source>
        <translation>未发现停药理由</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>需询问</translation>
    </message>
    <message>
        <source>hold suggested</source>
        <translation>建议暂停</translation>
    </message>
    <message>
        <source>under follow-up</source>
        <translation>随访中</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已转院</translation>
    </message>
    <message>
        <source>lost to follow-up</source>
        <translation>失访</translation>
    </message>
    <message>
        <source>declined follow-up</source>
        <translation>拒绝随访</translation>
    </message>
    <message>
        <source>disease present</source>
        <translation>有病灶</translation>
    </message>
    <message>
        <source>suspicious finding</source>
        <translation>可疑发现</translation>
    </message>
    <message>
        <source>new or progressive disease</source>
        <translation>新发或进展</translation>
    </message>
    <message>
        <source>response to treatment</source>
        <translation>治疗后缓解</translation>
    </message>
    <message>
        <source>response</source>
        <translation>疗效</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>midline</source>
        <translation>中线</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>target</source>
        <translation>靶病灶</translation>
    </message>
    <message>
        <source>non-target</source>
        <translation>非靶病灶</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新病灶</translation>
    </message>
    <message>
        <source>present, not measured</source>
        <translation>存在，未测量</translation>
    </message>
    <message>
        <source>too small to measure</source>
        <translation>过小无法测量</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>unequivocal progression</source>
        <translation>明确进展</translation>
    </message>
    <message>
        <source>not evaluable</source>
        <translation>无法评价</translation>
    </message>
    <message>
        <source>split, parts added up</source>
        <translation>分裂，各部分相加</translation>
    </message>
    <message>
        <source>merged into another, measured there</source>
        <translation>与另一病灶融合，在该处测量</translation>
    </message>
    <message>
        <source>equivocal</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>range uncertain</source>
        <translation>参考范围不确定</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>surgery</source>
        <translation>手术</translation>
    </message>
    <message>
        <source>biopsy</source>
        <translation>活检</translation>
    </message>
    <message>
        <source>primary tumour</source>
        <translation>原发肿瘤</translation>
    </message>
    <message>
        <source>recurrence or metastasis</source>
        <translation>复发或转移</translation>
    </message>
    <message>
        <source>no tumour</source>
        <translation>无肿瘤</translation>
    </message>
    <message>
        <source>not diagnostic</source>
        <translation>不能诊断</translation>
    </message>
    <message>
        <source>simultaneous (instead of)</source>
        <translation>同步（代替）</translation>
    </message>
    <message>
        <source>sequential (in addition)</source>
        <translation>序贯（追加）</translation>
    </message>
    <message>
        <source>CR</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>PR</source>
        <translation>PR</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>PD</source>
        <translation>PD</translation>
    </message>
    <message>
        <source>non-CR/non-PD</source>
        <translation>非 CR/非 PD</translation>
    </message>
    <message>
        <source>iCR</source>
        <translation>iCR</translation>
    </message>
    <message>
        <source>iPR</source>
        <translation>iPR</translation>
    </message>
    <message>
        <source>iSD</source>
        <translation>iSD</translation>
    </message>
    <message>
        <source>iUPD</source>
        <translation>iUPD</translation>
    </message>
    <message>
        <source>iCPD</source>
        <translation>iCPD</translation>
    </message>
    <message>
        <source>non-iCR/non-iUPD</source>
        <translation>非 iCR/非 iUPD</translation>
    </message>
    <message>
        <source>response (marker)</source>
        <translation>缓解（标志物）</translation>
    </message>
    <message>
        <source>progression (marker)</source>
        <translation>进展（标志物）</translation>
    </message>
    <message>
        <source>immune-related adverse events</source>
        <translation>免疫相关不良事件</translation>
    </message>
    <message>
        <source>other adverse events</source>
        <translation>其他不良事件</translation>
    </message>
    <message>
        <source>recurrence</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>survival</source>
        <translation>生存</translation>
    </message>
    <message>
        <source>treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>laboratory values</source>
        <translation>检验值</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>标志物</translation>
    </message>
    <message>
        <source>thyroid function</source>
        <translation>甲状腺功能</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>review of the duration</source>
        <translation>疗程时长评估</translation>
    </message>
    <message>
        <source>visit after the stop</source>
        <translation>停药后随访</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>contradiction in the source</source>
        <translation>来源中的矛盾</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>门诊随访</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>住院</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>给药</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>cannot project</source>
        <translation>无法推算</translation>
    </message>
    <message>
        <source>left the list</source>
        <translation>已移出列表</translation>
    </message>
    <message>
        <source>no dose date recorded</source>
        <translation>无给药日期记录</translation>
    </message>
    <message>
        <source>the day of the last dose is not known</source>
        <translation>末次给药的具体日期不详</translation>
    </message>
    <message>
        <source>no interval in the plan</source>
        <translation>计划中没有间隔</translation>
    </message>
    <message>
        <source>the dose is held</source>
        <translation>给药已暂停</translation>
    </message>
    <message>
        <source>the date it is counted from is not known</source>
        <translation>起算日期不详</translation>
    </message>
    <message>
        <source>no contact recorded</source>
        <translation>无联系记录</translation>
    </message>
    <message>
        <source>planned end reached: duration review</source>
        <translation>已到计划终点：评估疗程时长</translation>
    </message>
    <message>
        <source>died</source>
        <translation>已死亡</translation>
    </message>
    <message>
        <source>course stopped</source>
        <translation>疗程已停</translation>
    </message>
    <message>
        <source>closed by a person</source>
        <translation>由人关闭</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message>
        <source>Oncologist</source>
        <translation>肿瘤科医师</translation>
    </message>
    <message>
        <source>Data manager</source>
        <translation>数据管理员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>只读用户</translation>
    </message>
    <message>
        <source>read charts</source>
        <translation>查看病历</translation>
    </message>
    <message>
        <source>record, amend and void</source>
        <translation>记录、修订和作废</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>decide on a response</source>
        <translation>判定疗效</translation>
    </message>
    <message>
        <source>import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>export without identity</source>
        <translation>导出（去除身份）</translation>
    </message>
    <message>
        <source>change what holds for the whole clinic</source>
        <translation>更改全科适用的设置</translation>
    </message>
    <message>
        <source>back up and verify</source>
        <translation>备份和校验</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>read the whole audit trail</source>
        <translation>查看全部审计记录</translation>
    </message>
    <message>
        <source>manage users and the rules of the lock</source>
        <translation>管理用户和锁定规则</translation>
    </message>
    <message>
        <source>erase a patient and set how long charts are kept</source>
        <translation>清除患者并设定病历保存年限</translation>
    </message>
    <message>
        <source>destroy the keys on a computer that is retired</source>
        <translation>销毁停用电脑上的密钥</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>interrupt or slow the infusion</source>
        <translation>中断或减慢输注</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>暂停给药</translation>
    </message>
    <message>
        <source>hold or discontinue</source>
        <translation>暂停或永久停药</translation>
    </message>
    <message>
        <source>discontinue</source>
        <translation>永久停药</translation>
    </message>
    <message>
        <source>it came back</source>
        <translation>再次发生</translation>
    </message>
    <message>
        <source>it causes symptoms</source>
        <translation>引起症状</translation>
    </message>
    <message>
        <source>it is confirmed</source>
        <translation>得到确认</translation>
    </message>
    <message>
        <source>hepatitis B</source>
        <translation>乙型肝炎</translation>
    </message>
    <message>
        <source>hepatitis C</source>
        <translation>丙型肝炎</translation>
    </message>
    <message>
        <source>tuberculosis</source>
        <translation>结核</translation>
    </message>
    <message>
        <source>troponin</source>
        <translation>肌钙蛋白</translation>
    </message>
    <message>
        <source>cortisol</source>
        <translation>皮质醇</translation>
    </message>
    <message>
        <source>TSH</source>
        <translation>TSH</translation>
    </message>
    <message>
        <source>normal or negative</source>
        <translation>正常或阴性</translation>
    </message>
    <message>
        <source>abnormal or positive</source>
        <translation>异常或阳性</translation>
    </message>
    <message>
        <source>left out by decision</source>
        <translation>经决定略去</translation>
    </message>
    <message>
        <source>no liver tumour</source>
        <translation>无肝脏肿瘤</translation>
    </message>
    <message>
        <source>liver tumour</source>
        <translation>有肝脏肿瘤</translation>
    </message>
    <message>
        <source>liver tumour, ALT or AST &gt;1 to 3 x limit at baseline</source>
        <translation>有肝脏肿瘤，基线 ALT 或 AST 为上限的 &gt;1 至 3 倍</translation>
    </message>
    <message>
        <source>liver tumour, ALT or AST &gt;3 to 5 x limit at baseline</source>
        <translation>有肝脏肿瘤，基线 ALT 或 AST 为上限的 &gt;3 至 5 倍</translation>
    </message>
    <message>
        <source>mg</source>
        <translation>mg</translation>
    </message>
    <message>
        <source>g</source>
        <translation>g</translation>
    </message>
    <message>
        <source>mcg</source>
        <translation>mcg</translation>
    </message>
    <message>
        <source>mg/m2</source>
        <translation>mg/m2</translation>
    </message>
    <message>
        <source>mg/kg</source>
        <translation>mg/kg</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>same number but for zeros and blanks</source>
        <translation>编号除零和空格外相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>the name sounds the same</source>
        <translation>姓名读音相同</translation>
    </message>
    <message>
        <source>one letter apart</source>
        <translation>只差一个字母</translation>
    </message>
    <message>
        <source>one part of the name is the same</source>
        <translation>姓名的一部分相同</translation>
    </message>
    <message>
        <source>born on the same day</source>
        <translation>出生日期相同</translation>
    </message>
    <message>
        <source>may be born on the same day</source>
        <translation>可能同一天出生</translation>
    </message>
    <message>
        <source>the birth dates differ in a slip</source>
        <translation>出生日期似有笔误</translation>
    </message>
    <message>
        <source>a birth date is missing</source>
        <translation>缺少一方出生日期</translation>
    </message>
    <message>
        <source>the sex differs</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>same person: keep both charts, linked</source>
        <translation>同一人：两份病历均保留并关联</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>另一人</translation>
    </message>
    <message>
        <source>leave out of this import</source>
        <translation>本次导入中略去</translation>
    </message>
    <message>
        <source>records of this program (JSON)</source>
        <translation>本程序的记录（JSON）</translation>
    </message>
    <message>
        <source>laboratory results (CSV)</source>
        <translation>检验结果（CSV）</translation>
    </message>
    <message>
        <source>the NCI workbook of CTCAE (Excel)</source>
        <translation>NCI 的 CTCAE 工作簿（Excel）</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>久未就诊</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>labs missing</source>
        <translation>缺检验</translation>
    </message>
    <message>
        <source>scans due</source>
        <translation>影像到期</translation>
    </message>
    <message>
        <source>follows the tumour</source>
        <translation>随肿瘤变化</translation>
    </message>
    <message>
        <source>watches the treatment</source>
        <translation>监测治疗</translation>
    </message>
    <message>
        <source>active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>left the clinic</source>
        <translation>已离开机构</translation>
    </message>
    <message>
        <source>before each dose</source>
        <translation>每次给药前</translation>
    </message>
    <message>
        <source>before the first dose</source>
        <translation>首次给药前</translation>
    </message>
    <message>
        <source>not required here</source>
        <translation>此处不要求</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>number not reachable</source>
        <translation>号码无法接通</translation>
    </message>
    <message>
        <source>a relative answered</source>
        <translation>家属接听</translation>
    </message>
    <message>
        <source>patient reached</source>
        <translation>已联系到患者</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>patient promised to come</source>
        <translation>患者承诺前来</translation>
    </message>
    <message>
        <source>appointment cancelled</source>
        <translation>预约已取消</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>recorded by me</source>
        <translation>由本人记录</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>pelvic nodes</source>
        <translation>盆腔淋巴结</translation>
    </message>
    <message>
        <source>para-aortic nodes</source>
        <translation>腹主动脉旁淋巴结</translation>
    </message>
    <message>
        <source>distant nodes</source>
        <translation>远处淋巴结</translation>
    </message>
    <message>
        <source>oligometastases</source>
        <translation>寡转移</translation>
    </message>
    <message>
        <source>synchronous oligometastases</source>
        <translation>同时性寡转移</translation>
    </message>
    <message>
        <source>metachronous oligometastases</source>
        <translation>异时性寡转移</translation>
    </message>
    <message>
        <source>oligo-recurrence</source>
        <translation>寡复发</translation>
    </message>
    <message>
        <source>more than five metastases</source>
        <translation>转移灶超过五个</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>1–5, whatever the primary</source>
        <translation>1–5 个，不论原发灶</translation>
    </message>
    <message>
        <source>1–5 beside an active primary</source>
        <translation>1–5 个，原发灶活动</translation>
    </message>
    <message>
        <source>1–5 after the primary</source>
        <translation>1–5 个，晚于原发灶出现</translation>
    </message>
    <message>
        <source>1–5, primary controlled, all treatable locally</source>
        <translation>1–5 个，原发灶已控制且均可局部治疗</translation>
    </message>
    <message>
        <source>six-month window (ESTRO/EORTC 2020)</source>
        <translation>六个月界限（ESTRO/EORTC 2020）</translation>
    </message>
    <message>
        <source>state of the primary missing</source>
        <translation>缺少原发灶状态</translation>
    </message>
    <message>
        <source>not recorded whether all are treatable locally</source>
        <translation>未记录是否均可局部治疗</translation>
    </message>
    <message>
        <source>the dates leave it open</source>
        <translation>日期不足以判定</translation>
    </message>
    <message>
        <source>lesion count missing</source>
        <translation>缺少病灶数</translation>
    </message>
    <message>
        <source>mass concentration</source>
        <translation>质量浓度</translation>
    </message>
    <message>
        <source>substance concentration</source>
        <translation>物质的量浓度</translation>
    </message>
    <message>
        <source>units of the assay or of enzyme activity</source>
        <translation>检测方法或酶活性单位</translation>
    </message>
    <message>
        <source>international units</source>
        <translation>国际单位</translation>
    </message>
    <message>
        <source>arbitrary units</source>
        <translation>任意单位</translation>
    </message>
    <message>
        <source>catalytic concentration (kat)</source>
        <translation>催化活性浓度（kat）</translation>
    </message>
    <message>
        <source>number concentration</source>
        <translation>数量浓度</translation>
    </message>
    <message>
        <source>copies in a volume</source>
        <translation>单位体积拷贝数</translation>
    </message>
    <message>
        <source>fragments in a volume</source>
        <translation>单位体积片段数</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>absorbed dose</source>
        <translation>吸收剂量</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ChoosePlanDialog</name>
    <message>
        <source>Counted from (empty = the start of the course)</source>
        <translation>起算日（留空 = 疗程开始）</translation>
    </message>
    <message>
        <source>Follow this plan</source>
        <translation>采用此计划</translation>
    </message>
    <message>
        <source>Follow-up plan</source>
        <translation>随访计划</translation>
    </message>
    <message>
        <source>Nothing is planned until you choose. Each item can be changed or taken out afterwards.</source>
        <translation>在您选择之前没有任何计划。之后每一项都可修改或删去。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>every {n} {unit}</source>
        <translation>每 {n} {unit}</translation>
    </message>
    <message>
        <source>once, after {n} {unit}</source>
        <translation>一次，{n} {unit}后</translation>
    </message>
    <message>
        <source>until {n} months after the stop</source>
        <translation>至停药后 {n} 个月</translation>
    </message>
    <message>
        <source>Choose a plan first.</source>
        <translation>请先选择计划。</translation>
    </message>
</context>
<context>
    <name>ClinicAgent</name>
    <message>
        <source>Generic name</source>
        <translation>通用名</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>Brand names</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Several with a stroke between: A / B.</source>
        <translation>多个名称之间用斜线：A / B。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>药物类别</translation>
    </message>
    <message>
        <source>Usual dose as printed</source>
        <translation>所印常用剂量</translation>
    </message>
    <message>
        <source>To be read; never filled in as a dose.</source>
        <translation>仅供阅读；从不自动填作剂量。</translation>
    </message>
    <message>
        <source>Usual interval</source>
        <translation>常用间隔</translation>
    </message>
    <message>
        <source>Highest dose as printed</source>
        <translation>所印最高剂量</translation>
    </message>
    <message>
        <source>Where it is printed</source>
        <translation>印于何处</translation>
    </message>
    <message>
        <source>Label, protocol or guideline, with its page.</source>
        <translation>说明书、方案或指南，连同页码。</translation>
    </message>
    <message>
        <source>Version or date of it</source>
        <translation>其版本或日期</translation>
    </message>
    <message>
        <source>Most doses as printed</source>
        <translation>所印最多给药次数</translation>
    </message>
    <message>
        <source>The gate asks when they are recorded.</source>
        <translation>记录到该次数时用药核查会询问。</translation>
    </message>
    <message>
        <source>Another dose below this weight</source>
        <translation>低于此体重用另一剂量</translation>
    </message>
</context>
<context>
    <name>ClinicDays</name>
    <message>
        <source>Open on</source>
        <translation>开诊日</translation>
    </message>
    <message>
        <source>Weekdays: Mo Tu We Th Fr Sa Su.</source>
        <translation>星期：Mo Tu We Th Fr Sa Su。</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Two letters (CN, DE), or with the region (DE-BY). Empty = no holidays.</source>
        <translation>两个字母（CN、DE），或连同地区（DE-BY）。留空 = 无假日。</translation>
    </message>
    <message>
        <source>Not seen for more than</source>
        <translation>超过多久未就诊</translation>
    </message>
    <message>
        <source>Then a patient is listed as not seen.</source>
        <translation>超过后列为久未就诊。</translation>
    </message>
</context>
<context>
    <name>ClinicStep</name>
    <message>
        <source>The clinic</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Its name is printed; its weekdays and country say when it is closed.</source>
        <translation>名称会被打印；工作日和国家决定何时休息。</translation>
    </message>
    <message>
        <source>Open on</source>
        <translation>开诊日</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Monday to Saturday</source>
        <translation>周一至周六</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>科室名称</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Two letters such as CN or DE, or DE-BY with the region. Empty: no holidays.</source>
        <translation>两个字母，如 CN 或 DE，可带地区如 DE-BY。留空：不计节假日。</translation>
    </message>
    <message>
        <source>Dates are shown as 26 Nov 2024 in English and 2024-11-26 in Chinese, so that day and month cannot be confused. Own closed days: page Data.</source>
        <translation>日期在英文界面显示为 26 Nov 2024，在中文界面显示为 2024-11-26，日和月不会混淆。本科室的休诊日：“数据”页。</translation>
    </message>
    <message>
        <source>The name of the clinic is needed.</source>
        <translation>需要填写科室名称。</translation>
    </message>
</context>
<context>
    <name>ClosedDays</name>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Empty = one day.</source>
        <translation>留空 = 一天。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Find patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Mask names</source>
        <translation>遮盖姓名</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Language (语言) …</source>
        <translation>语言 (Language)…</translation>
    </message>
    <message>
        <source>About …</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>PIN for the screen …</source>
        <translation>屏幕 PIN…</translation>
    </message>
    <message>
        <source>Close the records</source>
        <translation>关闭记录</translation>
    </message>
    <message>
        <source>Emergency access …</source>
        <translation>紧急访问…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Your own passphrase</source>
        <translation>您自己的口令</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>请输入您的口令。</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Somebody else changed this as well</source>
        <translation>另一人也更改了此记录</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Save what was chosen</source>
        <translation>保存所选内容</translation>
    </message>
    <message>
        <source>Both of you changed this field. Choose what is to stand.</source>
        <translation>您二人都更改了此字段。请选择保留哪一个。</translation>
    </message>
    <message>
        <source>A change of a stored record needs a reason.</source>
        <translation>更改已存的记录需要说明原因。</translation>
    </message>
    <message>
        <source>A record entered in error is no longer changed.</source>
        <translation>误录的记录不再更改。</translation>
    </message>
    <message>
        <source>Nothing that you wrote is saved yet, and nothing of it is lost.</source>
        <translation>您填写的内容尚未保存，也没有丢失。</translation>
    </message>
    <message>
        <source>{kind}: {name} marked it as entered in error on {at}, with the reason “{reason}”. Go back to your entry and record it anew where it is still needed.</source>
        <translation>{kind}：{name} 于 {at} 将其标记为误录，原因“{reason}”。请返回您的录入，如仍需要请重新记录。</translation>
    </message>
    <message>
        <source>{kind}: {name} changed it on {at} just as you did, with the reason “{reason}”.</source>
        <translation>{kind}：{name} 于 {at} 作了与您相同的更改，原因“{reason}”。</translation>
    </message>
    <message>
        <source>{kind}: {name} changed it on {at}, with the reason “{reason}”.</source>
        <translation>{kind}：{name} 于 {at} 更改了它，原因“{reason}”。</translation>
    </message>
    <message>
        <source>{name} wrote</source>
        <translation>{name} 填写</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>您填写</translation>
    </message>
    <message>
        <source>What stands</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>What stands: {field}</source>
        <translation>保留的内容：{field}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Back to my entry</source>
        <translation>返回我的录入</translation>
    </message>
</context>
<context>
    <name>ContactAttempt</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>转归</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>谈话内容</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Regimen</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>药物类别</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>治疗线数</translation>
    </message>
    <message>
        <source>Entered by a person, never counted.</source>
        <translation>由人填写，从不自动推算。</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>治疗目的</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停药</translation>
    </message>
    <message>
        <source>Empty while the course is running.</source>
        <translation>疗程进行中时留空。</translation>
    </message>
    <message>
        <source>Reason for the stop</source>
        <translation>停药原因</translation>
    </message>
    <message>
        <source>Cycles as reported</source>
        <translation>报告的周期数</translation>
    </message>
    <message>
        <source>From a letter or report, when the single dates are unknown.</source>
        <translation>来自信件或报告；各次日期不详时填写。</translation>
    </message>
    <message>
        <source>All doses are recorded</source>
        <translation>所有给药均已记录</translation>
    </message>
    <message>
        <source>A person&apos;s declaration; only then are recorded doses counted as given.</source>
        <translation>由人声明；只有声明后，已记录的给药才计为实际给药。</translation>
    </message>
    <message>
        <source>Planned cycles</source>
        <translation>计划周期数</translation>
    </message>
    <message>
        <source>When they are given the program asks for a review; it never stops.</source>
        <translation>给满后程序请求评估；从不自动停药。</translation>
    </message>
    <message>
        <source>Planned duration</source>
        <translation>计划时长</translation>
    </message>
    <message>
        <source>Calendar months from the first dose.</source>
        <translation>自首次给药起的日历月数。</translation>
    </message>
    <message>
        <source>Liver before the first dose</source>
        <translation>首次给药前的肝脏</translation>
    </message>
    <message>
        <source>Decides which liver rows of a rule set hold; empty = the stricter ones.</source>
        <translation>决定规则集中适用哪些肝脏条目；留空 = 较严格者。</translation>
    </message>
</context>
<context>
    <name>CourseDrug</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>药物</translation>
    </message>
    <message>
        <source>Planned dose</source>
        <translation>计划剂量</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>给药途径</translation>
    </message>
    <message>
        <source>Days of the cycle</source>
        <translation>周期内的给药日</translation>
    </message>
    <message>
        <source>As ordered: 1, or 2-3, or 1,8.</source>
        <translation>按医嘱填写：1，或 2-3，或 1,8。</translation>
    </message>
    <message>
        <source>Body surface by</source>
        <translation>体表面积公式</translation>
    </message>
    <message>
        <source>For a dose in mg/m2; empty = Mosteller.</source>
        <translation>用于以 mg/m2 计的剂量；留空 = Mosteller。</translation>
    </message>
</context>
<context>
    <name>Cycles</name>
    <message>
        <source>single dose</source>
        <translation>单次剂量</translation>
    </message>
    <message>
        <source>no second check</source>
        <translation>无第二人核对</translation>
    </message>
    <message>
        <source>{who} checked {dose}; amended since</source>
        <translation>{who} 核对了 {dose}；此后已修订</translation>
    </message>
    <message>
        <source>checked by {who}</source>
        <translation>由 {who} 核对</translation>
    </message>
    <message>
        <source>Cycles, derived from the doses recorded</source>
        <translation>周期，由已记录的给药推算</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划日</translation>
    </message>
    <message>
        <source>After plan</source>
        <translation>晚于计划</translation>
    </message>
    <message>
        <source>After original</source>
        <translation>晚于最初计划</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Second check</source>
        <translation>第二人核对</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Import a file …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import CTCAE workbook …</source>
        <translation>导入 CTCAE 工作簿…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export without identity …</source>
        <translation>去除身份导出…</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Quality list …</source>
        <translation>质量清单…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Lists of the clinic</source>
        <translation>机构列表</translation>
    </message>
    <message>
        <source>A change of a range is one more row; stored flags are never rewritten. Tests and drugs of the clinic stand before those of the program.</source>
        <translation>参考范围变更时另加一行；已存的判定从不改写。机构自定的检验和药物优先于程序自带的。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Records and results (*.json *.csv *.tsv)</source>
        <translation>记录和结果（*.json *.csv *.tsv）</translation>
    </message>
    <message>
        <source>The workbook of CTCAE as the NCI publishes it</source>
        <translation>NCI 发布的 CTCAE 工作簿</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿（*.xlsx）</translation>
    </message>
    <message>
        <source>{file}, problems: {n}. Nothing was stored.</source>
        <translation>{file}：{n} 个问题。未存入任何内容。</translation>
    </message>
    <message>
        <source>The file is not imported</source>
        <translation>文件未导入</translation>
    </message>
    <message>
        <source>{file}, read as {encoding}. Terms: {added}, in the place of those of the same version. Nothing has been stored yet.</source>
        <translation>{file}，读作 {encoding}：{added} 个术语，代替同一版本的原有术语。尚未存入任何内容。</translation>
    </message>
    <message>
        <source>{file}, read as {encoding}. Records: {read}, {added} new, {same} already stored; patients: {n}. Nothing has been stored yet.</source>
        <translation>{file}，按 {encoding} 读取：{read} 条记录，新增 {added} 条，已存 {same} 条，涉及 {n} 名患者。尚未存入任何内容。</translation>
    </message>
    <message>
        <source>Import this file?</source>
        <translation>导入此文件？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{file}, records stored: {n}.</source>
        <translation>{file}：已存入 {n} 条记录。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Records of this program (*.json)</source>
        <translation>本程序的记录（*.json）</translation>
    </message>
    <message>
        <source>Laboratory results (*.csv)</source>
        <translation>检验结果（*.csv）</translation>
    </message>
    <message>
        <source>{file} was written. It is not encrypted: keep it as you keep a paper chart.</source>
        <translation>已写出 {file}。该文件未加密：请像保管纸质病历一样保管。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Export without identity</source>
        <translation>去除身份导出</translation>
    </message>
    <message>
        <source>For research and audits: numbers, choices and words of lists leave, dates as days since the first treatment. It is pseudonymised, not anonymous beyond doubt: a rare course can lead somebody who knows the patient back to him.</source>
        <translation>用于科研和质控：仅导出数值、选项和列表中的词语，日期改为距首次治疗的天数。这是假名化，并非绝对匿名：罕见的病程仍可能让认识患者的人认出。</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Charts without identity (*.json)</source>
        <translation>去除身份的病历 (*.json)</translation>
    </message>
    <message>
        <source>{file}, patients without identity: {n}. It is not encrypted. Texts that are in no list and stayed behind: {left}; below is of which fields.</source>
        <translation>{file}：{n} 名患者，已去除身份，未加密。{left} 处文字不在列表中，未导出；所属字段见下。</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>A verified, encrypted backup is in {folder}.</source>
        <translation>经校验的加密备份位于 {folder}。</translation>
    </message>
    <message>
        <source>It lies on a second medium.</source>
        <translation>备份位于第二存储介质上。</translation>
    </message>
    <message>
        <source>It lies on the same disk as the records: whoever loses one loses both. A backup on a second medium is still needed.</source>
        <translation>备份与病历位于同一磁盘：丢失其一即两者皆失。仍需在第二存储介质上做一份备份。</translation>
    </message>
    <message>
        <source>Does it lie on another disk than the records, such as a USB disk or the clinic&apos;s drive? The program cannot tell.</source>
        <translation>备份所在磁盘是否与病历不同（例如 U 盘或科室网络盘）？程序无法判断。</translation>
    </message>
    <message>
        <source>Yes, another disk</source>
        <translation>是，另一磁盘</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Findings: {n}. Nothing was repaired; keep the file and a backup.</source>
        <translation>发现 {n} 处问题。未做任何修复；请保留该文件和一份备份。</translation>
    </message>
    <message>
        <source>The file is not sound</source>
        <translation>文件不完好</translation>
    </message>
    <message>
        <source>Settle the warning …</source>
        <translation>了结该警告…</translation>
    </message>
    <message>
        <source>Pages, references, audit chain and all rows ({n}) are sound.</source>
        <translation>数据页、引用、审计链和 {n} 行数据均完好。</translation>
    </message>
    <message>
        <source>The file is sound</source>
        <translation>文件完好</translation>
    </message>
    <message>
        <source>Settle the warning about the audit trail</source>
        <translation>了结审计链警告</translation>
    </message>
    <message>
        <source>Find out first where the file comes from and compare it with the last backup. The warning and your reason stay in the audit trail; it is not said again.</source>
        <translation>请先查明该文件的来源，并与最近的备份比对。警告和您填写的原因会保留在审计链中；此后不再提示。</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>了结</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>on {first} or later</source>
        <translation>{first} 或之后</translation>
    </message>
    <message>
        <source>on {last} or earlier</source>
        <translation>{last} 或之前</translation>
    </message>
    <message>
        <source>day not known</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>one day in {month}</source>
        <translation>{month} 中的某一天</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>one day in {year}</source>
        <translation>{year} 年中的某一天</translation>
    </message>
    <message>
        <source>one day between {first} and {last}</source>
        <translation>{first} 至 {last} 之间的某一天</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>DayFilters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>需询问</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Labs missing</source>
        <translation>缺检验</translation>
    </message>
    <message>
        <source>Scans due</source>
        <translation>影像到期</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Fell due since {day}</source>
        <translation>自 {day} 起到期</translation>
    </message>
    <message>
        <source>Not seen &gt; {n} d</source>
        <translation>超过 {n} 天未就诊</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>name not known</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>需询问</translation>
    </message>
    <message>
        <source>in {n} d</source>
        <translation>{n} 天后</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{n} d over</source>
        <translation>逾期 {n} 天</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>last seen or heard of</source>
        <translation>末次就诊或联系</translation>
    </message>
    <message>
        <source>{what}: {title}</source>
        <translation>{what}：{title}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{why}: enter the last dose</source>
        <translation>{why}：请录入末次给药</translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>下次 {day}</translation>
    </message>
    <message>
        <source>never met</source>
        <translation>从未就诊</translation>
    </message>
    <message>
        <source>no dose given yet: appoint the first one</source>
        <translation>尚未给药：请预约首次给药</translation>
    </message>
    <message>
        <source>appointed; projected {day}</source>
        <translation>预约；推算为 {day}</translation>
    </message>
    <message>
        <source>{what} due {day}</source>
        <translation>{what} {day} 到期</translation>
    </message>
    <message>
        <source>weight {percent} % since {day}</source>
        <translation>体重自 {day} 起变化 {percent} %</translation>
    </message>
    <message>
        <source>{drug} held since {day}: {reason}</source>
        <translation>{drug} 自 {day} 起暂停：{reason}</translation>
    </message>
    <message>
        <source>{drug} stopped {day}: {reason}</source>
        <translation>{drug} 已于 {day} 停用：{reason}</translation>
    </message>
    <message>
        <source>G{grade} {event} since {day}</source>
        <translation>自 {day} 起 {event} G{grade}</translation>
    </message>
    <message>
        <source>G{grade} {event}</source>
        <translation>{event} G{grade}</translation>
    </message>
    <message>
        <source>{analyte} {value} high, was {was}</source>
        <translation>{analyte} {value} 偏高，原为 {was}</translation>
    </message>
    <message>
        <source>{analyte} {value} high</source>
        <translation>{analyte} {value} 偏高</translation>
    </message>
    <message>
        <source>{analyte} {value} low, was {was}</source>
        <translation>{analyte} {value} 偏低，原为 {was}</translation>
    </message>
    <message>
        <source>{analyte} {value} low</source>
        <translation>{analyte} {value} 偏低</translation>
    </message>
    <message>
        <source>{analytes} missing</source>
        <translation>缺 {analytes}</translation>
    </message>
    <message>
        <source>{analytes} {n} d old: repeat?</source>
        <translation>{analytes} 已是 {n} 天前：是否复查？</translation>
    </message>
    <message>
        <source>put off until {day}</source>
        <translation>延后至 {day}</translation>
    </message>
    <message>
        <source>promised {day}</source>
        <translation>承诺 {day} 前来</translation>
    </message>
    <message>
        <source>appointment cancelled</source>
        <translation>预约已取消</translation>
    </message>
    <message>
        <source>called once, no answer</source>
        <translation>已打一次电话，无人接听</translation>
    </message>
    <message>
        <source>called twice, no answer</source>
        <translation>已打两次电话，无人接听</translation>
    </message>
    <message>
        <source>called {n} times, no answer</source>
        <translation>已打 {n} 次电话，无人接听</translation>
    </message>
    <message>
        <source>no recheck day set</source>
        <translation>未定复查日</translation>
    </message>
    <message>
        <source>recheck {n} d late</source>
        <translation>复查已逾期 {n} 天</translation>
    </message>
    <message>
        <source>recheck {day}</source>
        <translation>{day} 复查</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Last given</source>
        <translation>末次给药</translation>
    </message>
    <message>
        <source>Before the dose</source>
        <translation>给药前</translation>
    </message>
</context>
<context>
    <name>DayTools</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What was proposed</source>
        <translation>建议内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>建议人</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Diagnosed</source>
        <translation>诊断日期</translation>
    </message>
    <message>
        <source>Primary site</source>
        <translation>原发部位</translation>
    </message>
    <message>
        <source>ICD-O-3 site</source>
        <translation>ICD-O-3 部位</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>组织学类型</translation>
    </message>
    <message>
        <source>ICD-O-3 morphology</source>
        <translation>ICD-O-3 形态学</translation>
    </message>
    <message>
        <source>Tumour size as stated</source>
        <translation>原文所述肿瘤大小</translation>
    </message>
    <message>
        <source>Each source apart, for example 4.1 cm (MRI).</source>
        <translation>各来源分别填写，例如 4.1 cm（MRI）。</translation>
    </message>
    <message>
        <source>HPV</source>
        <translation>HPV</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Discard what was typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>Disease</name>
    <message>
        <source>Stage at diagnosis</source>
        <translation>诊断时分期</translation>
    </message>
    <message>
        <source>Disease status now</source>
        <translation>目前疾病状态</translation>
    </message>
    <message>
        <source>{days}: primary {primary}, metastases {found}</source>
        <translation>{days}：原发灶 {primary}，转移 {found}</translation>
    </message>
    <message>
        <source>Few metastases, by each definition</source>
        <translation>寡转移（按各定义）</translation>
    </message>
    <message>
        <source>lesion count not recorded</source>
        <translation>未记录病灶数</translation>
    </message>
    <message>
        <source>lesions: {n}, {scan} {date}</source>
        <translation>{n} 个病灶，{scan} {date}</translation>
    </message>
    <message>
        <source>{definition}: {answer}</source>
        <translation>{definition}：{answer}</translation>
    </message>
    <message>
        <source>cannot classify: {missing}</source>
        <translation>无法分类：{missing}</translation>
    </message>
    <message>
        <source>oligometastases: {cannot}</source>
        <translation>寡转移：{cannot}</translation>
    </message>
</context>
<context>
    <name>DiseaseStatus</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Empty when the source gives none.</source>
        <translation>来源未给出时留空。</translation>
    </message>
    <message>
        <source>Disease</source>
        <translation>疾病状态</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Primary tumour</source>
        <translation>原发灶</translation>
    </message>
    <message>
        <source>When metastases were found; some definitions ask for it.</source>
        <translation>发现转移时的状态；部分寡转移定义需要。</translation>
    </message>
    <message>
        <source>All metastases treatable locally</source>
        <translation>全部转移灶可局部治疗</translation>
    </message>
    <message>
        <source>By surgery, radiotherapy or ablation.</source>
        <translation>手术、放疗或消融。</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Of the letter or report, as printed on it.</source>
        <translation>信件或报告上印刷的日期。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Stored file</source>
        <translation>存储的文件</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Add a file …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Title and date …</source>
        <translation>标题和日期…</translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation>添加文档</translation>
    </message>
    <message>
        <source>Documents and pictures (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>文档和图片（*.pdf *.png *.jpg *.jpeg）</translation>
    </message>
    <message>
        <source>The picture cannot be shown. It is kept as it was added.</source>
        <translation>无法显示该图片。图片按添加时的原样保存。</translation>
    </message>
    <message>
        <source>This computer has no program that shows PDF files.</source>
        <translation>本机没有可显示 PDF 文件的程序。</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>DoseDay</name>
    <message>
        <source>Back to Today</source>
        <translation>返回今日列表</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话联系</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>患者告知单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Opening the sheet …</source>
        <translation>正在打开给药单…</translation>
    </message>
    <message>
        <source>Dose day, cycle {n}</source>
        <translation>给药日，第 {n} 周期</translation>
    </message>
    <message>
        <source>{cycle}, day {n}</source>
        <translation>{cycle}，第 {n} 天</translation>
    </message>
    <message>
        <source>Dose day</source>
        <translation>给药日</translation>
    </message>
    <message>
        <source>Draft of {time} restored; nothing of it is saved yet</source>
        <translation>已恢复 {time} 的草稿；其中内容均尚未保存</translation>
    </message>
    <message>
        <source>No course is running: only the visit can be saved</source>
        <translation>没有进行中的疗程：只能保存随访</translation>
    </message>
    <message>
        <source>A dose is recorded for today already</source>
        <translation>今天已记录过一次给药</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>第 {n} 项，共 {m} 项</translation>
    </message>
    <message>
        <source>Not in this course, and left out: {drugs}. Check the doses</source>
        <translation>不在本疗程中，已略去：{drugs}。请核对各剂量</translation>
    </message>
    <message>
        <source>Today is {now}; this sheet is dated {before}. Check its date</source>
        <translation>今天是 {now}；本页日期为 {before}。请核对日期</translation>
    </message>
    <message>
        <source>Dose off the plan</source>
        <translation>剂量与计划不符</translation>
    </message>
    <message>
        <source>Saved {time}. Esc: back to Today; Ctrl+Z takes it back</source>
        <translation>已于 {time} 保存。Esc：返回今日列表；Ctrl+Z 撤回</translation>
    </message>
    <message>
        <source>Taken back, and marked so. Nothing is saved yet</source>
        <translation>已撤回并留有标记。目前尚未保存任何内容</translation>
    </message>
    <message>
        <source>Nothing was saved from this sheet yet</source>
        <translation>本单尚未保存过任何内容</translation>
    </message>
    <message>
        <source>PgDn goes band by band; a date in the past back-dates the visit</source>
        <translation>PgDn 逐栏移动；填写过去的日期即为补录</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>上一位患者</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>下一位患者</translation>
    </message>
    <message>
        <source>toxicity</source>
        <translation>毒性</translation>
    </message>
    <message>
        <source>labs</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>infection</source>
        <translation>感染</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>logistics</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>progression</source>
        <translation>疾病进展</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>用药核查</translation>
    </message>
    <message>
        <source>suggests, you decide</source>
        <translation>仅作提示，由您决定</translation>
    </message>
    <message>
        <source>Give anyway: reason</source>
        <translation>仍然给药：原因</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>and {n} more: Alt+A</source>
        <translation>另有 {n} 条：Alt+A</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>one key</source>
        <translation>按一个键</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Course, drugs, checks before dose 1</source>
        <translation>疗程、药物、首次给药前检查</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>给药</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation>减量</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停药</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>新日期</translation>
    </message>
    <message>
        <source>In words, optional</source>
        <translation>文字说明，可不填</translation>
    </message>
    <message>
        <source>Lot, optional</source>
        <translation>批号，可不填</translation>
    </message>
    <message>
        <source>Infusion, from–to</source>
        <translation>输注，起–止</translation>
    </message>
    <message>
        <source>Lot of {drug}</source>
        <translation>{drug} 批号</translation>
    </message>
    <message>
        <source>Infusion of {drug}, from–to</source>
        <translation>{drug} 输注，起–止</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>from–to</source>
        <translation>起–止</translation>
    </message>
    <message>
        <source>stopped {day}</source>
        <translation>{day} 停用</translation>
    </message>
    <message>
        <source>held since {day}</source>
        <translation>{day} 起暂停</translation>
    </message>
    <message>
        <source>not due today</source>
        <translation>今日非给药日</translation>
    </message>
    <message>
        <source>had been stopped</source>
        <translation>曾停用</translation>
    </message>
    <message>
        <source>{dose}: not calculated</source>
        <translation>{dose}：未计算</translation>
    </message>
    <message>
        <source>{percent} % off plan</source>
        <translation>与计划相差 {percent} %</translation>
    </message>
    <message>
        <source>Calculated, verify: {drug} {plan}: {dose} by {formula}; {inputs}</source>
        <translation>计算值，请核实：{drug} {plan}：按 {formula} 为 {dose}；{inputs}</translation>
    </message>
    <message>
        <source>{input}, too old</source>
        <translation>{input}，已过期</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>输注反应</translation>
    </message>
    <message>
        <source>plan {dose}</source>
        <translation>计划 {dose}</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>Recheck on</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>+21, 3w, a date</source>
        <translation>+21、3w 或日期</translation>
    </message>
    <message>
        <source>Appoint</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Also due: {what}</source>
        <translation>另有到期：{what}</translation>
    </message>
    <message>
        <source>{what}; and {n} more</source>
        <translation>{what}；另有 {n} 项</translation>
    </message>
    <message>
        <source>{day}, {n} d early</source>
        <translation>{day}，提前 {n} 天</translation>
    </message>
    <message>
        <source>gate answers open: {n}</source>
        <translation>{n} 项核查待答复</translation>
    </message>
    <message>
        <source>until the hold is lifted</source>
        <translation>直至解除暂停</translation>
    </message>
    <message>
        <source>no date: held</source>
        <translation>无日期：已暂停</translation>
    </message>
    <message>
        <source>interview and reminders go on</source>
        <translation>询问和提醒继续进行</translation>
    </message>
    <message>
        <source>no date: stopped</source>
        <translation>无日期：已停药</translation>
    </message>
    <message>
        <source>no interval or dose date in the plan</source>
        <translation>计划中没有间隔或给药日期</translation>
    </message>
    <message>
        <source>cannot project</source>
        <translation>无法推算</translation>
    </message>
    <message>
        <source>planned end reached: duration review</source>
        <translation>已到计划终点：评估疗程时长</translation>
    </message>
    <message>
        <source>delayed to</source>
        <translation>推迟至</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>{first} 至 {last} 之间</translation>
    </message>
    <message>
        <source>{what} {day}</source>
        <translation>{what} {day}</translation>
    </message>
    <message>
        <source>{what} {day}, {n} d over</source>
        <translation>{what} {day}，逾期 {n} 天</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>grey = last time</source>
        <translation>灰色 = 上次的值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>ECOG</source>
        <translation>ECOG</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>血压</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>SpO2</source>
        <translation>SpO2</translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation>{day}，今天</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>在将来</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>start {percent}</source>
        <translation>较开始时 {percent}</translation>
    </message>
    <message>
        <source>{value} on {day}</source>
        <translation>{day} 为 {value}</translation>
    </message>
    <message>
        <source>Asked today</source>
        <translation>今日询问</translation>
    </message>
    <message>
        <source>0 or a grade each</source>
        <translation>每项填 0 或分级</translation>
    </message>
    <message>
        <source>none, this item</source>
        <translation>无（仅此项）</translation>
    </message>
    <message>
        <source>Also today</source>
        <translation>今日其他</translation>
    </message>
    <message>
        <source>Steroid, mg/day</source>
        <translation>糖皮质激素，mg/天</translation>
    </message>
    <message>
        <source>New medicines</source>
        <translation>新增药物</translation>
    </message>
    <message>
        <source>“Treat today”: Dr</source>
        <translation>“今日可治疗”：医师</translation>
    </message>
    <message>
        <source>verbal, read back</source>
        <translation>口头医嘱，已复述</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>sampled: as visit</source>
        <translation>采样：同随访日</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>{first}–{last} of {n} values</source>
        <translation>第 {first}–{last} 项，共 {n} 项</translation>
    </message>
    <message>
        <source>{first} (and {n} more)</source>
        <translation>{first}（另有 {n} 项）</translation>
    </message>
    <message>
        <source>“{question}” has no grade {n} in CTCAE 5.0.</source>
        <translation>CTCAE 5.0 中“{question}”没有 {n} 级。</translation>
    </message>
    <message>
        <source>Results of this patient</source>
        <translation>该患者的检验结果</translation>
    </message>
    <message>
        <source>Results (*.csv *.txt *.tsv)</source>
        <translation>结果（*.csv *.txt *.tsv）</translation>
    </message>
    <message>
        <source>values filled in: {n}; look at them before you save</source>
        <translation>已填入 {n} 个值；保存前请逐一核对</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Choose Give and enter the dose before it is checked</source>
        <translation>请先选择“给药”并填写剂量，再行核对</translation>
    </message>
    <message>
        <source>The call is recorded</source>
        <translation>电话联系已记录</translation>
    </message>
    <message>
        <source>Page for the patient</source>
        <translation>患者告知页</translation>
    </message>
    <message>
        <source>next-appointment.pdf</source>
        <translation>next-appointment.pdf</translation>
    </message>
    <message>
        <source>The page for the patient was written; it is not encrypted</source>
        <translation>患者告知页已写出；该文件未加密</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>changed: check again</source>
        <translation>已更改：请再次核对</translation>
    </message>
    <message>
        <source>no second check</source>
        <translation>无第二人核对</translation>
    </message>
    <message>
        <source>{who} {time}</source>
        <translation>{who} {time}</translation>
    </message>
</context>
<context>
    <name>DoseEvent</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>新日期</translation>
    </message>
    <message>
        <source>The appointed or delayed-to day; recheck day of a hold.</source>
        <translation>预约日或推迟到的日期；暂停时为复查日。</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>药物</translation>
    </message>
    <message>
        <source>Empty = the whole regimen as planned.</source>
        <translation>留空 = 整个方案按计划给药。</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Infusion reaction</source>
        <translation>输注反应</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>医嘱医师</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>给药人</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核对人</translation>
    </message>
    <message>
        <source>Infusion from</source>
        <translation>输注开始</translation>
    </message>
    <message>
        <source>Time of day on the clinic&apos;s clock, like 10:05.</source>
        <translation>按机构时钟的时刻，如 10:05。</translation>
    </message>
    <message>
        <source>Infusion to</source>
        <translation>输注结束</translation>
    </message>
</context>
<context>
    <name>DoseSummary</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>统计的内容</translation>
    </message>
    <message>
        <source>Number as stated</source>
        <translation>原文所述数量</translation>
    </message>
    <message>
        <source>In the words of the source: about 94.</source>
        <translation>按来源原文填写：约 94 次。</translation>
    </message>
    <message>
        <source>Counted up to</source>
        <translation>统计至</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>陈述人</translation>
    </message>
</context>
<context>
    <name>DosesTab</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Follow-up plan</source>
        <translation>随访计划</translation>
    </message>
    <message>
        <source>Dose day</source>
        <translation>给药日</translation>
    </message>
    <message>
        <source>No follow-up plan yet: choose one …</source>
        <translation>尚无随访计划：请选择…</translation>
    </message>
    <message>
        <source>No systemic course</source>
        <translation>没有全身治疗疗程</translation>
    </message>
    <message>
        <source>Doses belong to a course. Record the course under Treatments first.</source>
        <translation>给药记录属于某一疗程。请先在“治疗”中记录疗程。</translation>
    </message>
    <message>
        <source>completed months, {start} to {end}</source>
        <translation>整月数，{start} 至 {end}</translation>
    </message>
    <message>
        <source>stated: {what} {number}</source>
        <translation>报告所述：{what} {number}</translation>
    </message>
    <message>
        <source>dates on schedule (not doses): {n}</source>
        <translation>按计划应有 {n} 个日期（并非实际给药次数）</translation>
    </message>
    <message>
        <source>next: {what}</source>
        <translation>下次：{what}</translation>
    </message>
    <message>
        <source>planned until {day}</source>
        <translation>计划至 {day}</translation>
    </message>
    <message>
        <source>C{n}: {delay} d after its plan, {drift} d after the original plan</source>
        <translation>C{n}：比当时计划晚 {delay} 天，比最初计划晚 {drift} 天</translation>
    </message>
    <message>
        <source>interval dose intensity {first:.1f} % first to last dose, {last:.1f} % with the last cycle</source>
        <translation>间隔剂量强度：首次至末次给药 {first:.1f} %，计入末周期 {last:.1f} %</translation>
    </message>
    <message>
        <source>{drug} {total} in {n} recorded doses</source>
        <translation>{n} 次已记录给药共 {drug} {total}</translation>
    </message>
    <message>
        <source>{drug} {total} in {n} recorded dose</source>
        <translation>{n} 次已记录给药共 {drug} {total}</translation>
    </message>
    <message>
        <source>{drug} {total}, recorded doses: {n}, more without an amount: {m}</source>
        <translation>{n} 次已记录给药共 {drug} {total}，另有 {m} 次无剂量</translation>
    </message>
</context>
<context>
    <name>DueAnswer</name>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What was due</source>
        <translation>到期的事项</translation>
    </message>
    <message>
        <source>Was due</source>
        <translation>原到期日</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>新日期</translation>
    </message>
    <message>
        <source>Put off until, or promised for, this day.</source>
        <translation>延后至或承诺的日期。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Occurrence</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Which one is meant; set by the list.</source>
        <translation>指的是哪一次；由列表设定。</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>由何而来</translation>
    </message>
    <message>
        <source>Id of the course, plan item or reminder.</source>
        <translation>疗程、计划项或提醒的标识。</translation>
    </message>
</context>
<context>
    <name>DueAnswerDialog</name>
    <message>
        <source>What became of it?</source>
        <translation>结果如何？</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New day (+7, 2w or a date)</source>
        <translation>新日期（+7、2w 或日期）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{what}, due {day}: {state}</source>
        <translation>{what}，{day} 到期：{state}</translation>
    </message>
    <message>
        <source>A dose is given, held or skipped on its dose day: Enter.</source>
        <translation>给药、暂停或跳过在其给药日处理：按 Enter。</translation>
    </message>
    <message>
        <source>A held dose is not put off. To move its recheck day, hold it again with the new day on its dose day: Enter.</source>
        <translation>已暂停的给药不能延后。要改复查日，请在其给药日以新日期再次暂停：按 Enter。</translation>
    </message>
    <message>
        <source>Choose what became of it.</source>
        <translation>请选择结果。</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>in full: {text}</source>
        <translation>完整内容：{text}</translation>
    </message>
    <message>
        <source>read as {value}</source>
        <translation>读作 {value}</translation>
    </message>
    <message>
        <source>2019-05-07, 2019-05, ~2019 or unknown</source>
        <translation>2019-05-07、2019-05、~2019 或不详</translation>
    </message>
    <message>
        <source>Amount, blank, unit: mg, g, mcg, mg/m2, …</source>
        <translation>数量、空格、单位：mg、g、mcg、mg/m2 等</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>In an emergency your role may {actions}. Who, when and why stand in the audit trail, and so does everything that you do. It ends when you end it, at the latest when the program is closed.</source>
        <translation>紧急情况下您的角色可以{actions}。何人、何时、为何以及您所做的一切都写入审计记录。由您结束，最迟在程序关闭时结束。</translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation>紧急访问</translation>
    </message>
    <message>
        <source>Open in an emergency</source>
        <translation>紧急打开</translation>
    </message>
    <message>
        <source>Emergency access …</source>
        <translation>紧急访问…</translation>
    </message>
    <message>
        <source>Emergency access is open: {actions}. It stands in the audit trail.</source>
        <translation>紧急访问已打开：{actions}。已写入审计记录。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Follow-up Tracker</source>
        <translation>肿瘤免疫治疗随访</translation>
    </message>
</context>
<context>
    <name>Entrances</name>
    <message>
        <source>The backup of {made} is in place. This protocol is kept in {file}.</source>
        <translation>{made} 的备份已就位。本记录保存在 {file}。</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>This passphrase was made by an administrator and is good for one use. Choose one that only you know.</source>
        <translation>此口令由系统管理员生成，只能使用一次。请选择只有您知道的口令。</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase a patient</source>
        <translation>清除患者</translation>
    </message>
    <message>
        <source>All records, files and drafts of this patient are removed, and the content of the entries about them in the audit trail. There is no way back. Who did what and when stays, without a name. A chart that was opened by mistake is not erased: mark it as entered in error. A backup is made first; copies made before still hold the patient and are listed afterwards.</source>
        <translation>将删除该患者的全部记录、文件和草稿，以及审计记录中相关条目的内容，无法撤销。谁在何时做了什么会保留，但不含姓名。误建的病历不用清除，请标记为“录入错误”。清除前会先做备份；此前的副本仍含有该患者，之后会逐一列出。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久清除</translation>
    </message>
    <message>
        <source>Hospital number</source>
        <translation>住院号</translation>
    </message>
    <message>
        <source>The same number again</source>
        <translation>再次输入住院号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It stays in the audit trail: a request or a rule, never a name or a number.</source>
        <translation>会留在审计记录中：写申请或依据，不要写姓名或号码。</translation>
    </message>
    <message>
        <source>Type the number twice, and the reason.</source>
        <translation>请输入两次住院号，并填写原因。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>… and {n} more</source>
        <translation>… 另有 {n} 项</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请检查</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>{cause}: {certainty}</source>
        <translation>{cause}：{certainty}</translation>
    </message>
    <message>
        <source>radiotherapy {site}</source>
        <translation>{site}放疗</translation>
    </message>
    <message>
        <source>CTCAE version not stated</source>
        <translation>未注明 CTCAE 版本</translation>
    </message>
    <message>
        <source>CTCAE {version}</source>
        <translation>CTCAE {version}</translation>
    </message>
    <message>
        <source>Worst grade</source>
        <translation>最高分级</translation>
    </message>
    <message>
        <source>no grade recorded</source>
        <translation>未记录分级</translation>
    </message>
    <message>
        <source>Immune-related, by organ</source>
        <translation>免疫相关，按器官</translation>
    </message>
    <message>
        <source>organ not stated</source>
        <translation>未注明器官</translation>
    </message>
    <message>
        <source>{organ}: {term} {grade}</source>
        <translation>{organ}：{term} {grade}</translation>
    </message>
    <message>
        <source>none recorded as immune-related</source>
        <translation>没有记录为免疫相关的事件</translation>
    </message>
    <message>
        <source>Worst grade by cycle</source>
        <translation>各周期最高分级</translation>
    </message>
    <message>
        <source>no dose is recorded</source>
        <translation>未记录给药</translation>
    </message>
    <message>
        <source>no graded event in a cycle</source>
        <translation>周期中没有已分级的事件</translation>
    </message>
    <message>
        <source>C{n}: G{grade}</source>
        <translation>C{n}：G{grade}</translation>
    </message>
    <message>
        <source>C{n}: G{grade}, perhaps G{more}</source>
        <translation>C{n}：G{grade}，可能 G{more}</translation>
    </message>
    <message>
        <source>C{n}: perhaps G{more}</source>
        <translation>C{n}：可能 G{more}</translation>
    </message>
    <message>
        <source>cycles before: {n}</source>
        <translation>之前还有 {n} 个周期</translation>
    </message>
    <message>
        <source>cycles: {n} of {total}</source>
        <translation>{total} 个周期中的 {n} 个</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未关闭</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{term}: {days}, nobody recorded how it went on</source>
        <translation>{term}：{days}，未记录后续情况</translation>
    </message>
    <message>
        <source>{term}: open for {days}</source>
        <translation>{term}：已持续 {days}</translation>
    </message>
</context>
<context>
    <name>EventsTab</name>
    <message>
        <source>Worst grade</source>
        <translation>最高分级</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>irAE organ</source>
        <translation>irAE 器官</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Steroids</source>
        <translation>糖皮质激素</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Diagnosis and stage</source>
        <translation>诊断与分期</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>nodes {positive}/{examined}</source>
        <translation>淋巴结 {positive}/{examined}</translation>
    </message>
    <message>
        <source>status now: not recorded</source>
        <translation>当前状态：未记录</translation>
    </message>
    <message>
        <source>now {status}, {date}</source>
        <translation>现为 {status}，{date}</translation>
    </message>
    <message>
        <source>Treatment now</source>
        <translation>当前治疗</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>无记录</translation>
    </message>
    <message>
        <source>next: {what}</source>
        <translation>下次：{what}</translation>
    </message>
    <message>
        <source>doses: {n} recorded, given not known</source>
        <translation>给药：已记录 {n} 次，实际给药次数不详</translation>
    </message>
    <message>
        <source>doses: {n} given, {held} held</source>
        <translation>给药：已给 {n} 次，暂停 {held} 次</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>疗效</translation>
    </message>
    <message>
        <source>{response}, stated, {date}</source>
        <translation>{response}，报告所述，{date}</translation>
    </message>
    <message>
        <source>{n} mo ago</source>
        <translation>{n} 个月前</translation>
    </message>
    <message>
        <source>{n} d ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>Treatment now, line {n}</source>
        <translation>当前治疗，{n} 线</translation>
    </message>
    <message>
        <source>{start} to {date} (counted)</source>
        <translation>{start} 至 {date}（计至）</translation>
    </message>
    <message>
        <source>recurrence: {finding} ({who})</source>
        <translation>复发：{finding}（{who}）</translation>
    </message>
    <message>
        <source>scan: {modality} {date}</source>
        <translation>影像：{modality} {date}</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标志物</translation>
    </message>
    <message>
        <source>no result recorded</source>
        <translation>无结果记录</translation>
    </message>
    <message>
        <source>{analyte}, {date}</source>
        <translation>{analyte}，{date}</translation>
    </message>
    <message>
        <source>no range recorded</source>
        <translation>未记录参考范围</translation>
    </message>
    <message>
        <source>range {range}</source>
        <translation>参考范围 {range}</translation>
    </message>
    <message>
        <source>range {range}: {times} × limit</source>
        <translation>参考范围 {range}：上限的 {times} 倍</translation>
    </message>
    <message>
        <source>lowest {low} ({low_date}); first {first}</source>
        <translation>最低 {low}（{low_date}）；首次 {first}</translation>
    </message>
    <message>
        <source>from the one before {percent} %</source>
        <translation>较上次 {percent} %</translation>
    </message>
    <message>
        <source>over the lowest {percent} %</source>
        <translation>较最低值 {percent} %</translation>
    </message>
    <message>
        <source>none recorded as ongoing</source>
        <translation>没有记录为仍在持续的事件</translation>
    </message>
    <message>
        <source>{event}, now G{now}</source>
        <translation>{event}，目前 G{now}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>自 {date} 起</translation>
    </message>
    <message>
        <source>{n} more ongoing</source>
        <translation>另有 {n} 项持续</translation>
    </message>
    <message>
        <source>irAE: {said}</source>
        <translation>irAE：{said}</translation>
    </message>
    <message>
        <source>irAE asked at {asked} of {n} visits</source>
        <translation>{n} 次随访中有 {asked} 次询问过 irAE</translation>
    </message>
    <message>
        <source>irAE asked at {asked} of 1 visit</source>
        <translation>1 次随访中有 {asked} 次询问过 irAE</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>生存</translation>
    </message>
    <message>
        <source>vital status not recorded</source>
        <translation>生存状态未记录</translation>
    </message>
    <message>
        <source>{status}, OS {months}</source>
        <translation>{status}，OS {months}</translation>
    </message>
    <message>
        <source>from {index}: {days}</source>
        <translation>自{index}起：{days}</translation>
    </message>
    <message>
        <source>{months} since relapse {date}</source>
        <translation>复发（{date}）后 {months}</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>住院</translation>
    </message>
    <message>
        <source>surgery</source>
        <translation>手术</translation>
    </message>
    <message>
        <source>first systemic treatment</source>
        <translation>首次全身治疗</translation>
    </message>
    <message>
        <source>first systemic treatment of recurrent disease</source>
        <translation>复发后首次全身治疗</translation>
    </message>
    <message>
        <source>time on treatment</source>
        <translation>治疗持续时间</translation>
    </message>
    <message>
        <source>time to next treatment</source>
        <translation>至下次治疗时间</translation>
    </message>
    <message>
        <source>relapse proved by tissue</source>
        <translation>组织证实的复发</translation>
    </message>
    <message>
        <source>first imaging of it</source>
        <translation>首次影像发现</translation>
    </message>
    <message>
        <source>recorded as recurrent or progressive</source>
        <translation>记录为复发或进展</translation>
    </message>
    <message>
        <source>last tumour assessment</source>
        <translation>末次肿瘤评估</translation>
    </message>
    <message>
        <source>last dose or contact</source>
        <translation>末次给药或联系</translation>
    </message>
    <message>
        <source>last contact</source>
        <translation>末次联系</translation>
    </message>
    <message>
        <source>progression</source>
        <translation>疾病进展</translation>
    </message>
    <message>
        <source>progression, not confirmed</source>
        <translation>疾病进展（未经证实）</translation>
    </message>
    <message>
        <source>death</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停药</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Sections of the chart disagree: {n}</source>
        <translation>病历各部分相互矛盾：{n}</translation>
    </message>
    <message>
        <source>Open or missing: {n}</source>
        <translation>未完成或缺失：{n}</translation>
    </message>
    <message>
        <source>Rules compare records; what no rule looks at is not found.</source>
        <translation>规则比较记录；没有规则涉及的问题不会被发现。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>no code</source>
        <translation>无代码</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Follow-up Tracker</source>
        <translation>随访记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>第 {n} 步，共 {total} 步</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>From</source>
        <translation>起始</translation>
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
        <source>For example where to, or which calls failed.</source>
        <translation>例如转往何处，或哪些电话未接通。</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>ASK</source>
        <translation>需询问</translation>
    </message>
    <message>
        <source>HOLD?</source>
        <translation>建议暂停？</translation>
    </message>
    <message>
        <source>no stop found</source>
        <translation>未发现停药理由</translation>
    </message>
    <message>
        <source>{n} of {m} rules had data</source>
        <translation>{m} 条规则中 {n} 条有数据</translation>
    </message>
    <message>
        <source>{rule}; {source}, v{version}</source>
        <translation>{rule}；{source}，v{version}</translation>
    </message>
</context>
<context>
    <name>GateAnswer</name>
    <message>
        <source>Visit</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Each with its rule, source and version.</source>
        <translation>每条均附规则、来源和版本。</translation>
    </message>
    <message>
        <source>Rules with data</source>
        <translation>有数据的规则数</translation>
    </message>
    <message>
        <source>Rules in all</source>
        <translation>规则总数</translation>
    </message>
    <message>
        <source>Rule set</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Empty while the clinic has accepted none.</source>
        <translation>机构未采纳任何规则集时为空。</translation>
    </message>
    <message>
        <source>Version of the rule set</source>
        <translation>规则集版本</translation>
    </message>
    <message>
        <source>Why it was given all the same</source>
        <translation>仍然给药的原因</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>new or worse cough, or short of breath</source>
        <translation>新出现或加重的咳嗽，或气短</translation>
    </message>
    <message>
        <source>diarrhoea, blood in the stool, strong belly pain</source>
        <translation>腹泻、便血、剧烈腹痛</translation>
    </message>
    <message>
        <source>chest pain, palpitations, fainting</source>
        <translation>胸痛、心悸、晕厥</translation>
    </message>
    <message>
        <source>weak muscles, drooping eyelids, double vision, hard to swallow</source>
        <translation>肌无力、眼睑下垂、复视、吞咽困难</translation>
    </message>
    <message>
        <source>yellow skin or eyes, dark urine</source>
        <translation>皮肤或眼睛发黄、尿色深</translation>
    </message>
    <message>
        <source>rash over much of the body, blisters, sore mouth</source>
        <translation>大面积皮疹、水疱、口腔溃烂</translation>
    </message>
    <message>
        <source>strong thirst, passing much urine</source>
        <translation>口渴明显、尿量多</translation>
    </message>
    <message>
        <source>severe headache, confusion, numbness, trouble seeing</source>
        <translation>剧烈头痛、意识模糊、麻木、视物障碍</translation>
    </message>
    <message>
        <source>fever of 38 °C or more, bleeding</source>
        <translation>体温 38 °C 或以上、出血</translation>
    </message>
    <message>
        <source>very tired, dizzy, cold, or losing weight without a reason</source>
        <translation>极度疲乏、头晕、怕冷，或无原因的体重下降</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>下次预约</translation>
    </message>
    <message>
        <source>Your treatment</source>
        <translation>您的治疗</translation>
    </message>
    <message>
        <source>no treatment is planned</source>
        <translation>没有计划的治疗</translation>
    </message>
    <message>
        <source>Last dose given: {day}</source>
        <translation>末次给药：{day}</translation>
    </message>
    <message>
        <source>Call us the same day, day or night, if you notice:</source>
        <translation>如出现以下情况，请当天联系我们，无论白天黑夜：</translation>
    </message>
    <message>
        <source>These can be side effects of the immunotherapy, also months after the last dose. Do not wait for the next appointment, and do not take new medicines without asking.</source>
        <translation>这些可能是免疫治疗的副作用，停药数月后也可能出现。不要等到下次预约，也不要未经询问自行服用新药。</translation>
    </message>
    <message>
        <source>Telephone of the clinic: ______________________</source>
        <translation>门诊电话：______________________</translation>
    </message>
    <message>
        <source>At night and at weekends: ______________________</source>
        <translation>夜间及周末：______________________</translation>
    </message>
    <message>
        <source>Page 1 of 1. Printed {at} by {user}. A newer page replaces it.</source>
        <translation>第 1 页，共 1 页。{user} 打印于 {at}。新打印页取代本页。</translation>
    </message>
    <message>
        <source>the treatment pauses: we will call you</source>
        <translation>治疗暂停：我们会打电话给您</translation>
    </message>
    <message>
        <source>______________________</source>
        <translation>______________________</translation>
    </message>
    <message>
        <source>{day} (planned)</source>
        <translation>{day}（计划）</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
    <message>
        <source>Follow-up Tracker</source>
        <translation>肿瘤免疫治疗随访</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>born {date}</source>
        <translation>出生于 {date}</translation>
    </message>
    <message>
        <source>no name recorded</source>
        <translation>未记录姓名</translation>
    </message>
    <message>
        <source>birth not recorded</source>
        <translation>未记录出生日期</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>marked as entered in error</source>
        <translation>已标记为误录</translation>
    </message>
    <message>
        <source>Revision {n}: {action}</source>
        <translation>第 {n} 版：{action}</translation>
    </message>
    <message>
        <source>{at}, {name} ({role})</source>
        <translation>{at}，{name}（{role}）</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>chart opened</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>unlocked the records</source>
        <translation>解锁了记录</translation>
    </message>
    <message>
        <source>unlocked with the recovery code</source>
        <translation>用恢复码解锁</translation>
    </message>
    <message>
        <source>wrong passphrases before this</source>
        <translation>此前的错误口令</translation>
    </message>
    <message>
        <source>was warned of the audit trail&apos;s end</source>
        <translation>收到审计链末端警告</translation>
    </message>
    <message>
        <source>settled that warning</source>
        <translation>了结该警告</translation>
    </message>
    <message>
        <source>gave a new passphrase</source>
        <translation>发放了新口令</translation>
    </message>
    <message>
        <source>changed the own passphrase</source>
        <translation>更改了自己的口令</translation>
    </message>
    <message>
        <source>changed the data key</source>
        <translation>更换了数据密钥</translation>
    </message>
    <message>
        <source>uncovered the screen</source>
        <translation>揭开了屏幕</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>decided against what was suggested</source>
        <translation>未按提示作出决定</translation>
    </message>
    <message>
        <source>printed the sheet for the patient</source>
        <translation>打印了患者告知单</translation>
    </message>
    <message>
        <source>exported the calendar</source>
        <translation>导出了日历</translation>
    </message>
    <message>
        <source>printed the day list</source>
        <translation>打印了日程表</translation>
    </message>
    <message>
        <source>accepted the limits of use</source>
        <translation>接受了使用限制</translation>
    </message>
    <message>
        <source>emergency access</source>
        <translation>紧急访问</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>restored a backup</source>
        <translation>恢复了备份</translation>
    </message>
    <message>
        <source>brought to a new version</source>
        <translation>升级到新版本</translation>
    </message>
    <message>
        <source>erased a patient</source>
        <translation>清除了患者</translation>
    </message>
    <message>
        <source>took the computer out of use</source>
        <translation>停用了电脑</translation>
    </message>
    <message>
        <source>set how long charts are kept</source>
        <translation>设定了病历保存年限</translation>
    </message>
    <message>
        <source>replaced the backups</source>
        <translation>更换了备份</translation>
    </message>
    <message>
        <source>made the profile</source>
        <translation>建立了档案</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of {kind}</source>
        <translation>{kind}的历史</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Show earlier entries</source>
        <translation>显示更早的条目</translation>
    </message>
    <message>
        <source>entries: {n}</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>the newest {n} entries</source>
        <translation>最新的 {n} 条</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{kind}: {action}</source>
        <translation>{kind}：{action}</translation>
    </message>
</context>
<context>
    <name>ImagingStudy</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>检查方式</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Conclusion of the report</source>
        <translation>报告结论</translation>
    </message>
    <message>
        <source>Number of lesions as reported</source>
        <translation>报告的病灶数</translation>
    </message>
    <message>
        <source>A number, or the word of the report: multiple.</source>
        <translation>数字，或报告原词：多发。</translation>
    </message>
    <message>
        <source>Baseline of the response criteria</source>
        <translation>疗效标准的基线</translation>
    </message>
    <message>
        <source>Later scans are compared with this one, until the next baseline.</source>
        <translation>后续影像与此次比较，直至下一个基线。</translation>
    </message>
    <message>
        <source>Read together with the scan of</source>
        <translation>与该日影像合并评估</translation>
    </message>
    <message>
        <source>Scans of several days are then one time point, dated by the first.</source>
        <translation>多日影像合为一个时间点，以首次检查日为准。</translation>
    </message>
</context>
<context>
    <name>ImagingTab</name>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Override with a reason</source>
        <translation>改判并说明原因</translation>
    </message>
    <message>
        <source>Change the sizes</source>
        <translation>更改大小</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>none measured yet: N enters the baseline scan</source>
        <translation>尚无测量：按 N 录入基线影像</translation>
    </message>
    <message>
        <source>{n} followed, sizes in mm</source>
        <translation>随访 {n} 个病灶，单位 mm</translation>
    </message>
    <message>
        <source>Accept {category}</source>
        <translation>采纳 {category}</translation>
    </message>
    <message>
        <source>Nothing is open here: the baseline, a question, or already decided.</source>
        <translation>这里没有待定项：为基线、有疑问或已判定。</translation>
    </message>
    <message>
        <source>The baseline has no response.</source>
        <translation>基线没有疗效。</translation>
    </message>
    <message>
        <source>Read apart again</source>
        <translation>恢复分开评估</translation>
    </message>
    <message>
        <source>Read with the scan before</source>
        <translation>与前一次影像合并评估</translation>
    </message>
    <message>
        <source>There is no scan before the baseline.</source>
        <translation>基线之前没有影像。</translation>
    </message>
    <message>
        <source>There is no lesion grid yet beside the tables.</source>
        <translation>除表格外还没有病灶表。</translation>
    </message>
    <message>
        <source>Computed: {category}. It stays beside the decision.</source>
        <translation>计算结果：{category}。它保留在判定旁边。</translation>
    </message>
    <message>
        <source>The scans of {days} become time points of their own again.</source>
        <translation>{days} 的影像恢复为各自独立的时间点。</translation>
    </message>
    <message>
        <source>The scan of {days} and the one before it are assessed as one time point, dated by the first of them. Sizes and dates stay as they are.</source>
        <translation>{days} 的影像与前一次影像作为一个时间点评估，以较早者的日期为准。大小和日期均不改变。</translation>
    </message>
    <message>
        <source>new scan</source>
        <translation>新影像</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新的评价</translation>
    </message>
    <message>
        <source>You decide; the computed value stays.</source>
        <translation>由您判定；计算值保留。</translation>
    </message>
</context>
<context>
    <name>ImportDuplicatesDialog</name>
    <message>
        <source>Are these patients on file already?</source>
        <translation>这些患者是否已有病历？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New patients of the file who resemble somebody on file: {n}. Charts of the same person are linked and both kept; nothing is joined or overwritten.</source>
        <translation>文件中有 {n} 名新患者与已有病历相似。同一人的病历相互关联且均保留；不合并也不覆盖。</translation>
    </message>
    <message>
        <source>Patients without an answer: {n}.</source>
        <translation>{n} 名患者尚未答复。</translation>
    </message>
    <message>
        <source>on file: {who}</source>
        <translation>已有病历：{who}</translation>
    </message>
    <message>
        <source>What to do with {number}</source>
        <translation>如何处理 {number}</translation>
    </message>
</context>
<context>
    <name>Interview</name>
    <message>
        <source>rash, itch</source>
        <translation>皮疹、瘙痒</translation>
    </message>
    <message>
        <source>immune-related dermatitis</source>
        <translation>免疫相关性皮炎</translation>
    </message>
    <message>
        <source>diarrhoea, blood in stool</source>
        <translation>腹泻、便血</translation>
    </message>
    <message>
        <source>colitis</source>
        <translation>结肠炎</translation>
    </message>
    <message>
        <source>cough, breathlessness</source>
        <translation>咳嗽、气短</translation>
    </message>
    <message>
        <source>pneumonitis</source>
        <translation>肺炎（非感染性）</translation>
    </message>
    <message>
        <source>fatigue</source>
        <translation>疲乏</translation>
    </message>
    <message>
        <source>hypothyroidism, adrenal insufficiency or hypophysitis</source>
        <translation>甲状腺功能减退、肾上腺功能不全或垂体炎</translation>
    </message>
    <message>
        <source>dark urine or jaundice</source>
        <translation>尿色深或黄疸</translation>
    </message>
    <message>
        <source>hepatitis</source>
        <translation>肝炎</translation>
    </message>
    <message>
        <source>joint or muscle pain</source>
        <translation>关节或肌肉痛</translation>
    </message>
    <message>
        <source>arthritis or myositis</source>
        <translation>关节炎或肌炎</translation>
    </message>
    <message>
        <source>weakness, drooping lids, double vision, trouble swallowing</source>
        <translation>无力、眼睑下垂、复视、吞咽困难</translation>
    </message>
    <message>
        <source>myositis, myasthenia gravis or myocarditis</source>
        <translation>肌炎、重症肌无力或心肌炎</translation>
    </message>
    <message>
        <source>chest pain, palpitations</source>
        <translation>胸痛、心悸</translation>
    </message>
    <message>
        <source>myocarditis</source>
        <translation>心肌炎</translation>
    </message>
    <message>
        <source>numbness, confusion, headache</source>
        <translation>麻木、意识模糊、头痛</translation>
    </message>
    <message>
        <source>neuropathy, encephalitis or hypophysitis</source>
        <translation>神经病变、脑炎或垂体炎</translation>
    </message>
    <message>
        <source>eye pain or sight</source>
        <translation>眼痛或视力异常</translation>
    </message>
    <message>
        <source>uveitis</source>
        <translation>葡萄膜炎</translation>
    </message>
    <message>
        <source>thirst, much urine</source>
        <translation>口渴、多尿</translation>
    </message>
    <message>
        <source>type 1 diabetes or diabetes insipidus</source>
        <translation>1 型糖尿病或尿崩症</translation>
    </message>
    <message>
        <source>fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>infection, or cytokine release</source>
        <translation>感染或细胞因子释放</translation>
    </message>
    <message>
        <source>bleeding</source>
        <translation>出血</translation>
    </message>
    <message>
        <source>thrombocytopenia or another immune-related cause</source>
        <translation>血小板减少或其他免疫相关原因</translation>
    </message>
    <message>
        <source>Rash</source>
        <translation>皮疹</translation>
    </message>
    <message>
        <source>Diarrhoea</source>
        <translation>腹泻</translation>
    </message>
    <message>
        <source>Breathless</source>
        <translation>气短</translation>
    </message>
    <message>
        <source>Fatigue</source>
        <translation>疲乏</translation>
    </message>
    <message>
        <source>Jaundice</source>
        <translation>黄疸</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>关节</translation>
    </message>
    <message>
        <source>Weak, lids</source>
        <translation>无力、眼睑</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>Nerves</source>
        <translation>神经</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Thirst</source>
        <translation>口渴</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Bleeding</source>
        <translation>出血</translation>
    </message>
</context>
<context>
    <name>InterviewAnswer</name>
    <message>
        <source>Visit</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>询问项目</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>CTCAE term</source>
        <translation>CTCAE 术语</translation>
    </message>
    <message>
        <source>CTCAE version</source>
        <translation>CTCAE 版本</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Backup at closing</source>
        <translation>关闭时备份</translation>
    </message>
    <message>
        <source>Last backup {day}, verified</source>
        <translation>最近备份 {day}，已校验</translation>
    </message>
    <message>
        <source>second medium {day}</source>
        <translation>第二介质 {day}</translation>
    </message>
    <message>
        <source>The backup of {day} failed: {why} What is saved is safe.</source>
        <translation>{day} 的备份失败：{why} 已保存的内容是安全的。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>No backup on a second medium yet, for {n} days.</source>
        <translation>{n} 天来尚无第二存储介质上的备份。</translation>
    </message>
    <message>
        <source>The last backup on a second medium is {n} days old.</source>
        <translation>第二存储介质上的最近备份已是 {n} 天前。</translation>
    </message>
    <message>
        <source>Whoever loses this computer loses its backups too.</source>
        <translation>一旦丢失本机，备份也随之丢失。</translation>
    </message>
    <message>
        <source>Back up to another medium …</source>
        <translation>备份到另一介质 …</translation>
    </message>
</context>
<context>
    <name>KeepingTab</name>
    <message>
        <source>Charts past the retention</source>
        <translation>超过保存年限的病历</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Charts are kept for</source>
        <translation>病历保存</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>保存此规则</translation>
    </message>
    <message>
        <source>Erase a patient …</source>
        <translation>清除患者…</translation>
    </message>
    <message>
        <source>Take this computer out of use …</source>
        <translation>停用本电脑…</translation>
    </message>
    <message>
        <source>No retention is set, so no chart is proposed. The law of the place says how long charts must be kept; the program knows no number of its own.</source>
        <translation>尚未设定保存年限，因此不会提示任何病历。病历须保存多久由当地法规决定，本程序没有自带的年限。</translation>
    </message>
    <message>
        <source>Charts past the time they are kept (full calendar years: {years}), by contact, dose, result and planned day: {n}. Nothing is erased by itself: each chart is for a person to judge.</source>
        <translation>按联系、给药、结果和计划日期计算，已超过保存年限（{years} 个完整日历年）的病历：{n} 份。程序不会自动清除：每份病历须由人判断。</translation>
    </message>
    <message>
        <source>Write whole years, such as 15, or leave it empty.</source>
        <translation>请填写整数年，如 15，或留空。</translation>
    </message>
    <message>
        <source>The patient was erased</source>
        <translation>患者已清除</translation>
    </message>
    <message>
        <source>Write down what is needed of this: it is shown once. The backups in the own folder still hold the patient, the last for up to twelve months. They can be replaced now by one that is made and checked first.</source>
        <translation>请记下需要的内容：仅显示一次。本机备份文件夹中的备份仍含有该患者，最久可达十二个月。现在可以先新做并核验一份备份，再用它替换这些备份。</translation>
    </message>
    <message>
        <source>Replace the backups</source>
        <translation>更换备份</translation>
    </message>
    <message>
        <source>One verified backup is in the own folder now; the others were removed.</source>
        <translation>本机备份文件夹中现有一份经核验的备份，其余已删除。</translation>
    </message>
    <message>
        <source>This computer is out of use</source>
        <translation>本电脑已停用</translation>
    </message>
    <message>
        <source>The certificate was written. The program ends when this is closed.</source>
        <translation>证明已写好。关闭此窗口后程序结束。</translation>
    </message>
    <message>
        <source>Files of documents: {n}</source>
        <translation>文档文件：{n} 个</translation>
    </message>
    <message>
        <source>Entries of the audit trail without content: {n}</source>
        <translation>已无内容的审计记录：{n} 条</translation>
    </message>
    <message>
        <source>The disk did not let the file be written anew; the next start does.</source>
        <translation>磁盘未能完成文件重写，下次启动时会完成。</translation>
    </message>
    <message>
        <source>Other charts of this person, which stay:</source>
        <translation>此人的其他病历（保留）：</translation>
    </message>
    <message>
        <source>Backups that still hold the patient:</source>
        <translation>仍含有该患者的备份：</translation>
    </message>
    <message>
        <source>Folders with backups that may hold the patient:</source>
        <translation>可能含有该患者备份的文件夹：</translation>
    </message>
    <message>
        <source>Folders set aside by a restore:</source>
        <translation>恢复时移开的文件夹：</translation>
    </message>
    <message>
        <source>Given out, and may hold the patient:</source>
        <translation>已导出或打印、可能含有该患者的内容：</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>住院号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last day in the chart</source>
        <translation>病历中最后日期</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>find a patient from anywhere</source>
        <translation>随时查找患者</translation>
    </message>
    <message>
        <source>Today, Patients, Data</source>
        <translation>今日、患者、数据</translation>
    </message>
    <message>
        <source>new patient, or new record on a tab</source>
        <translation>新建患者，或在标签页中新建记录</translation>
    </message>
    <message>
        <source>tabs of a patient</source>
        <translation>患者的标签页</translation>
    </message>
    <message>
        <source>dose-day sheet of an open chart</source>
        <translation>打开病历的给药单</translation>
    </message>
    <message>
        <source>print: day list, sheet, summary of a chart</source>
        <translation>打印：日程表、给药单、病历摘要</translation>
    </message>
    <message>
        <source>old paper chart, line by line</source>
        <translation>旧纸质病历，逐行录入</translation>
    </message>
    <message>
        <source>what there is to check in a chart</source>
        <translation>病历中待核对的内容</translation>
    </message>
    <message>
        <source>open; next field in a form</source>
        <translation>打开；在表单中到下一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>cancel, go back</source>
        <translation>取消，返回</translation>
    </message>
    <message>
        <source>filter a table, or Today</source>
        <translation>筛选表格或今日列表</translation>
    </message>
    <message>
        <source>events on the lifeline</source>
        <translation>病程图上的事件</translation>
    </message>
    <message>
        <source>move the wide window of the lifeline</source>
        <translation>移动病程图的放大窗口</translation>
    </message>
    <message>
        <source>bands, log axis, divide by limit, fit</source>
        <translation>范围带、对数轴、除以上限、适合窗口</translation>
    </message>
    <message>
        <source>day before or after on Today</source>
        <translation>今日列表的前一天或后一天</translation>
    </message>
    <message>
        <source>dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>initials in the place of names, while others can see</source>
        <translation>他人可见时以首字母代替姓名</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>LabBox</name>
    <message>
        <source>grade {n}</source>
        <translation>{n} 级</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>It holds from the next start on. What is open stays as it is until the records are closed.</source>
        <translation>从下次启动起生效。已打开的内容在关闭记录之前保持不变。</translation>
    </message>
    <message>
        <source>Close the records and start again</source>
        <translation>关闭记录并重新启动</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Lesion</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short, to pick it from a list: T1, N2, liver 1.</source>
        <translation>简短，便于从列表中选取：T1、N2、肝 1。</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>器官</translation>
    </message>
    <message>
        <source>RECIST counts at most two targets in one organ.</source>
        <translation>RECIST 每个器官最多计两个靶病灶。</translation>
    </message>
    <message>
        <source>Place in it</source>
        <translation>器官内位置</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧别</translation>
    </message>
    <message>
        <source>Lymph node</source>
        <translation>淋巴结</translation>
    </message>
    <message>
        <source>A node is measured by its short axis.</source>
        <translation>淋巴结以短径测量。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次发现</translation>
    </message>
</context>
<context>
    <name>LesionGrid</name>
    <message>
        <source>{modality}, baseline</source>
        <translation>{modality}，基线</translation>
    </message>
    <message>
        <source>{modality}, +{days}</source>
        <translation>{modality}，+{days}</translation>
    </message>
    <message>
        <source>{where} (short axis)</source>
        <translation>{where}（短径）</translation>
    </message>
    <message>
        <source>{role}: {where}</source>
        <translation>{role}：{where}</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>两次</translation>
    </message>
    <message>
        <source>no size</source>
        <translation>无大小</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>progressed</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>equivocal</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>From baseline</source>
        <translation>较基线</translation>
    </message>
    <message>
        <source>From nadir</source>
        <translation>较最低值</translation>
    </message>
    <message>
        <source>mm and %</source>
        <translation>mm 和 %</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Non-target</source>
        <translation>非靶病灶</translation>
    </message>
    <message>
        <source>New lesions</source>
        <translation>新病灶</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>With CA-125</source>
        <translation>结合 CA-125</translation>
    </message>
    <message>
        <source>by whom</source>
        <translation>判定人</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定结果</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>无记录</translation>
    </message>
    <message>
        <source>{a} or {b}?</source>
        <translation>{a} 还是 {b}？</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>待判定</translation>
    </message>
    <message>
        <source>Sum of diameters</source>
        <translation>直径总和</translation>
    </message>
    <message>
        <source>Selected scan</source>
        <translation>所选影像</translation>
    </message>
    <message>
        <source>Why, RECIST 1.1 (computed)</source>
        <translation>理由，RECIST 1.1（计算）</translation>
    </message>
    <message>
        <source>Why, iRECIST (computed)</source>
        <translation>理由，iRECIST（计算）</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>{n} in this series</source>
        <translation>本系列共 {n} 次</translation>
    </message>
    <message>
        <source>RECIST 1.1 names no rule for several days; by the first scan nothing is dated too late.</source>
        <translation>RECIST 1.1 未规定多日影像的日期；以首次检查为准，不会把结果记晚。</translation>
    </message>
    <message>
        <source>dated {date}, by the first scan</source>
        <translation>日期 {date}，以首次检查为准</translation>
    </message>
    <message>
        <source>Read together</source>
        <translation>合并评估</translation>
    </message>
    <message>
        <source>nothing to assess</source>
        <translation>没有可评价的内容</translation>
    </message>
    <message>
        <source>{words} ({section})</source>
        <translation>{words}（{section}）</translation>
    </message>
    <message>
        <source>computed, to decide</source>
        <translation>已计算，待判定</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未写明人员</translation>
    </message>
    <message>
        <source>{decided}, decided by {who}</source>
        <translation>{decided}，由 {who} 判定</translation>
    </message>
    <message>
        <source>computed then: {computed}</source>
        <translation>当时计算：{computed}</translation>
    </message>
    <message>
        <source>sizes were changed since; decide again</source>
        <translation>此后大小已更改；请重新判定</translation>
    </message>
    <message>
        <source>Lesion grid</source>
        <translation>病灶表</translation>
    </message>
    <message>
        <source>The grid begins with a date and a size.</source>
        <translation>病灶表从一个日期和一个大小开始。</translation>
    </message>
    <message>
        <source>PR line {mm}: −30 %</source>
        <translation>PR 线 {mm}：−30 %</translation>
    </message>
    <message>
        <source>PD line {mm}: +20 %, +5 mm</source>
        <translation>PD 线 {mm}：+20 %，+5 mm</translation>
    </message>
    <message>
        <source>nadir {mm}</source>
        <translation>最低值 {mm}</translation>
    </message>
</context>
<context>
    <name>LesionMeasurement</name>
    <message>
        <source>Imaging study</source>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Longest diameter</source>
        <translation>最长径</translation>
    </message>
    <message>
        <source>Short axis</source>
        <translation>短径</translation>
    </message>
    <message>
        <source>Instead of a size</source>
        <translation>无测量值时的说明</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>报告原文</translation>
    </message>
    <message>
        <source>With its unit, for example about 4 cm.</source>
        <translation>连同单位，例如约 4 cm。</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>Calculated figures are to be verified.</source>
        <translation>计算数值须经核实。</translation>
    </message>
    <message>
        <source>date not recorded</source>
        <translation>日期未记录</translation>
    </message>
    <message>
        <source>name not recorded</source>
        <translation>姓名未记录</translation>
    </message>
    <message>
        <source>sex not recorded</source>
        <translation>性别未记录</translation>
    </message>
    <message>
        <source>aged {age}</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>Patient {number}, {name}, {sex}, {age}.</source>
        <translation>患者 {number}，{name}，{sex}，{age}。</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Diagnosis: {tumour}; stage at diagnosis: {stage}.</source>
        <translation>诊断：{tumour}；诊断时分期：{stage}。</translation>
    </message>
    <message>
        <source>{date}: {procedure}.</source>
        <translation>{date}：{procedure}。</translation>
    </message>
    <message>
        <source>Radiotherapy of {site}: {gy} Gy in {n} fractions, {date}{boost}.</source>
        <translation>放疗 {site}：{gy} Gy / {n} 次，{date}{boost}。</translation>
    </message>
    <message>
        <source>Radiotherapy of {site}: {gy} Gy in {n} fraction, {date}{boost}.</source>
        <translation>放疗 {site}：{gy} Gy / {n} 次，{date}{boost}。</translation>
    </message>
    <message>
        <source>{regimen} from {start} to {stop}{cycles}.</source>
        <translation>{regimen}，{start} 至 {stop}{cycles}。</translation>
    </message>
    <message>
        <source>, cycles reported: {n}</source>
        <translation>，报告 {n} 周期</translation>
    </message>
    <message>
        <source>Now {regimen} since {start}, completed months: {months}, counted to {end}; doses recorded: {n}{given}.</source>
        <translation>现用 {regimen}，自 {start} 起，满 {months} 个月，计至 {end}；已记录给药 {n} 次{given}。</translation>
    </message>
    <message>
        <source>, number given not known</source>
        <translation>，实际给药次数不详</translation>
    </message>
    <message>
        <source>Of this treatment {drug} was stopped: {date}.</source>
        <translation>其中{drug}已于{date}停用。</translation>
    </message>
    <message>
        <source>Last response ({criteria}): {answer}, {date}.</source>
        <translation>末次疗效（{criteria}）：{answer}，{date}。</translation>
    </message>
    <message>
        <source>Response as stated by {who}: {answer}, {date}.</source>
        <translation>{who}所述疗效：{answer}，{date}。</translation>
    </message>
    <message>
        <source>{analyte} {value} {unit} ({flag}, range {range}), {date}.</source>
        <translation>{analyte} {value} {unit}（{flag}，参考范围 {range}），{date}。</translation>
    </message>
    <message>
        <source>Adverse events: {events}.</source>
        <translation>不良事件：{events}。</translation>
    </message>
    <message>
        <source>No adverse event is recorded.</source>
        <translation>未记录不良事件。</translation>
    </message>
    <message>
        <source>Vital status: {status}.</source>
        <translation>生存状态：{status}。</translation>
    </message>
    <message>
        <source>{status}; overall survival from {index}, completed months: {months}.</source>
        <translation>{status}；自{index}起总生存满 {months} 个月。</translation>
    </message>
</context>
<context>
    <name>Lifeline</name>
    <message>
        <source>{analyte} {value} {unit}, sampled {date}; {judged}</source>
        <translation>{analyte} {value} {unit}，采样日期 {date}；{judged}</translation>
    </message>
    <message>
        <source>{flag}, range {range}</source>
        <translation>{flag}，参考范围 {range}</translation>
    </message>
    <message>
        <source>no range recorded</source>
        <translation>未记录参考范围</translation>
    </message>
    <message>
        <source>normal {range}</source>
        <translation>正常范围 {range}</translation>
    </message>
    <message>
        <source>No dated {analyte} result after {date}</source>
        <translation>{date} 之后没有有日期的 {analyte} 结果</translation>
    </message>
    <message>
        <source>No systemic course recorded</source>
        <translation>没有全身治疗疗程记录</translation>
    </message>
    <message>
        <source>ongoing</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{treatment}, from {start}, {end}</source>
        <translation>{treatment}，自 {start}，{end}</translation>
    </message>
    <message>
        <source>no dose date recorded</source>
        <translation>无给药日期记录</translation>
    </message>
    <message>
        <source>No radiotherapy recorded</source>
        <translation>没有放疗记录</translation>
    </message>
    <message>
        <source>{site}: instead of the course above</source>
        <translation>{site}：代替上述疗程</translation>
    </message>
    <message>
        <source>{site}, no date</source>
        <translation>{site}，无日期</translation>
    </message>
    <message>
        <source>{technique} {site}, {dose} (Gy / fractions), from {start}</source>
        <translation>{technique} {site}，{dose} 次，自 {start}</translation>
    </message>
    <message>
        <source>radiotherapy</source>
        <translation>放疗</translation>
    </message>
    <message>
        <source>{name}, {date}; {histology}</source>
        <translation>{name}，{date}；{histology}</translation>
    </message>
    <message>
        <source>histology not recorded</source>
        <translation>未记录组织学类型</translation>
    </message>
    <message>
        <source>No surgery or biopsy recorded</source>
        <translation>没有手术或活检记录</translation>
    </message>
    <message>
        <source>No imaging recorded</source>
        <translation>没有影像记录</translation>
    </message>
    <message>
        <source>{modality} {region}, {date}: {findings}</source>
        <translation>{modality} {region}，{date}：{findings}</translation>
    </message>
    <message>
        <source>no report text</source>
        <translation>无报告文字</translation>
    </message>
    <message>
        <source>Read together with {scans}</source>
        <translation>与 {scans} 合并评估</translation>
    </message>
    <message>
        <source>{finding}: {detail} ({who})</source>
        <translation>{finding}：{detail}（{who}）</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>报告所述</translation>
    </message>
    <message>
        <source>stated, no date</source>
        <translation>报告所述，无日期</translation>
    </message>
    <message>
        <source>irAE: {finding} ({who})</source>
        <translation>irAE：{finding}（{who}）</translation>
    </message>
    <message>
        <source>No adverse event recorded</source>
        <translation>没有不良事件记录</translation>
    </message>
    <message>
        <source>grade not stated</source>
        <translation>未注明分级</translation>
    </message>
    <message>
        <source>last contact {date}</source>
        <translation>末次联系 {date}</translation>
    </message>
    <message>
        <source>last contact</source>
        <translation>末次联系</translation>
    </message>
    <message>
        <source>No visit recorded</source>
        <translation>没有随访记录</translation>
    </message>
    <message>
        <source>Relapse proved by {name}, {date}</source>
        <translation>经 {name} 证实复发，{date}</translation>
    </message>
    <message>
        <source>Relapse proved {date}</source>
        <translation>{date} 证实复发</translation>
    </message>
</context>
<context>
    <name>LifelineChart</name>
    <message>
        <source>Lifeline</source>
        <translation>病程图</translation>
    </message>
    <message>
        <source>and {n} more here</source>
        <translation>此处另有 {n} 项</translation>
    </message>
</context>
<context>
    <name>LifelineTab</name>
    <message>
        <source>Enter opens the record, Esc goes back</source>
        <translation>Enter 打开记录，Esc 返回</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Save the lifeline</source>
        <translation>保存病程图</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF 页面（*.pdf）</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片（*.png）</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图（*.svg）</translation>
    </message>
</context>
<context>
    <name>LimitsStep</name>
    <message>
        <source>What this program is not</source>
        <translation>本程序不是什么</translation>
    </message>
    <message>
        <source>Read this; the person who accepts it for the clinic signs by name.</source>
        <translation>请阅读；由代表科室接受的人签名。</translation>
    </message>
    <message>
        <source>Accepted for the clinic by</source>
        <translation>代表科室接受者</translation>
    </message>
    <message>
        <source>Name and position. It is kept in the audit trail, with today&apos;s date.</source>
        <translation>姓名和职务。将连同今天的日期保存在审计记录中。</translation>
    </message>
    <message>
        <source>Nobody has accepted this yet.</source>
        <translation>尚无人接受以上内容。</translation>
    </message>
</context>
<context>
    <name>LockPolicy</name>
    <message>
        <source>Locks after</source>
        <translation>多久后锁定</translation>
    </message>
    <message>
        <source>PIN allowed</source>
        <translation>允许 PIN</translation>
    </message>
    <message>
        <source>Six digits, for the screen only, forgotten when the program ends.</source>
        <translation>六位数字，仅用于屏幕，程序结束即作废。</translation>
    </message>
</context>
<context>
    <name>LookalikesQuestion</name>
    <message>
        <source>This may be somebody who is on file. Nothing is saved yet.</source>
        <translation>此人可能已有病历。尚未保存任何内容。</translation>
    </message>
    <message>
        <source>It is another person: save</source>
        <translation>是另一个人：保存</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>name not known</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>birth not recorded</source>
        <translation>未记录出生日期</translation>
    </message>
    <message>
        <source>Open that chart</source>
        <translation>打开该病历</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{page} – Follow-up Tracker</source>
        <translation>{page} – 肿瘤免疫治疗随访</translation>
    </message>
    <message>
        <source>Names are masked (Ctrl+Shift+H)</source>
        <translation>姓名已遮盖（Ctrl+Shift+H）</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>No page holds this.</source>
        <translation>没有页面包含这些词。</translation>
    </message>
</context>
<context>
    <name>MarkerResult</name>
    <message>
        <source>Analyte</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>A code, any name, 汉字 or the initials of its pinyin.</source>
        <translation>代码、任一名称、汉字或其拼音首字母。</translation>
    </message>
    <message>
        <source>Sample date</source>
        <translation>采样日期</translation>
    </message>
    <message>
        <source>The range is chosen by this date.</source>
        <translation>参考范围按此日期选取。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Range as reported</source>
        <translation>报告的参考范围</translation>
    </message>
    <message>
        <source>As printed beside the result; empty = the laboratory&apos;s recorded range.</source>
        <translation>结果旁所印的范围；留空 = 采用该实验室已记录的范围。</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Range used</source>
        <translation>所用范围</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Last, {date}</source>
        <translation>末次，{date}</translation>
    </message>
    <message>
        <source>age of the value not known</source>
        <translation>该值的时间不详</translation>
    </message>
    <message>
        <source>{days} ago</source>
        <translation>{days} 前</translation>
    </message>
    <message>
        <source>{times} × its own upper limit</source>
        <translation>自身上限的 {times} 倍</translation>
    </message>
    <message>
        <source>laboratory and method not stated</source>
        <translation>未注明实验室和方法</translation>
    </message>
    <message>
        <source>no flag: the result is no number</source>
        <translation>无判定：结果不是数值</translation>
    </message>
    <message>
        <source>not decided: {value} may lie on either side of {range}</source>
        <translation>无法判定：{value} 可能在参考范围 {range} 之内或之外</translation>
    </message>
    <message>
        <source>no flag: no range was recorded for its date</source>
        <translation>无判定：其日期没有记录的参考范围</translation>
    </message>
    <message>
        <source>{flag} by the range {range}</source>
        <translation>{flag}，按参考范围 {range}</translation>
    </message>
    <message>
        <source>= {sign}{number} {unit}, calculated, verify</source>
        <translation>= {sign}{number} {unit}，计算值，请核实</translation>
    </message>
    <message>
        <source>Nadir of this assay</source>
        <translation>本检测方法的最低值</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>rise not computed: a result only states a limit, or is words</source>
        <translation>未计算升幅：有结果只给出界限或为文字</translation>
    </message>
    <message>
        <source>the last value is the lowest</source>
        <translation>末次值即为最低值</translation>
    </message>
    <message>
        <source>rise over it: {by} {unit} ({percent}), calculated, verify</source>
        <translation>较其升高：{by} {unit}（{percent}），计算值，请核实</translation>
    </message>
    <message>
        <source>method not stated: a change of the assay is not excluded</source>
        <translation>未注明方法：不能排除检测方法变更</translation>
    </message>
    <message>
        <source>results of another assay left out: {n}</source>
        <translation>略去其他检测方法的 {n} 个结果</translation>
    </message>
    <message>
        <source>no percentage</source>
        <translation>无百分比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>one value of this assay</source>
        <translation>本检测方法只有一个值</translation>
    </message>
    <message>
        <source>not computed: no exact number to compare</source>
        <translation>未计算：没有可比较的确切数字</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>rising, {percent}</source>
        <translation>上升，{percent}</translation>
    </message>
    <message>
        <source>falling, {percent}</source>
        <translation>下降，{percent}</translation>
    </message>
    <message>
        <source>{percent} since the first: {inputs}</source>
        <translation>较首次 {percent}：{inputs}</translation>
    </message>
    <message>
        <source>calculated, verify</source>
        <translation>计算值，请核实</translation>
    </message>
    <message>
        <source>{first} ({date}) to {last}</source>
        <translation>{first}（{date}）至 {last}</translation>
    </message>
    <message>
        <source>Doubling time</source>
        <translation>倍增时间</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>半衰期</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Δt × ln 2 ÷ ln(v2 ÷ v1); calculated, verify</source>
        <translation>Δt × ln 2 ÷ ln(v2 ÷ v1)；计算值，请核实</translation>
    </message>
    <message>
        <source>Also in {unit}</source>
        <translation>以 {unit} 表示</translation>
    </message>
    <message>
        <source>results: {n}, kept apart</source>
        <translation>{n} 个结果，分开保存</translation>
    </message>
    <message>
        <source>limits differ by: {what}</source>
        <translation>界限取决于：{what}</translation>
    </message>
    <message>
        <source>no flag</source>
        <translation>无判定</translation>
    </message>
</context>
<context>
    <name>MarkersTab</name>
    <message>
        <source>What if the range were</source>
        <translation>假如参考范围为</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>On the screen only: stored flags keep the range of the sample&apos;s date.</source>
        <translation>仅在屏幕上：已存的判定仍按采样当日的范围。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What if the range were {range}: judged on the screen only, nothing is stored.</source>
        <translation>假如参考范围为 {range}：仅在屏幕上判断，不存储。</translation>
    </message>
    <message>
        <source>another unit</source>
        <translation>其他单位</translation>
    </message>
    <message>
        <source>{flag}, differs</source>
        <translation>{flag}，不同</translation>
    </message>
</context>
<context>
    <name>MeasuredGfr</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Measured GFR</source>
        <translation>实测 GFR</translation>
    </message>
    <message>
        <source>Of this patient in mL/min; not per 1.73 m2, and no estimate.</source>
        <translation>该患者的值，mL/min；不是每 1.73 m2，也不是估算值。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>The demonstration cannot be made or restored.</source>
        <translation>无法建立或恢复演示数据。</translation>
    </message>
    <message>
        <source>There is no profile in {folder}. Nothing was made. Name its folder with --profile, make one with “tracker init”, or restore a backup.</source>
        <translation>{folder} 中没有档案。未建立任何内容。请用 --profile 指明其文件夹，用“tracker init”新建，或恢复备份。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same. Nothing was made.</source>
        <translation>两次输入的口令不一致。未建立任何内容。</translation>
    </message>
    <message>
        <source>The passphrase file {file} cannot be read as UTF-8 text.</source>
        <translation>口令文件 {file} 不能按 UTF-8 文本读取。</translation>
    </message>
    <message>
        <source>A passphrase is needed and there is no terminal to ask for it. Use --passphrase-file or the variable {variable}.</source>
        <translation>需要口令，但没有可供输入的终端。请使用 --passphrase-file 或变量 {variable}。</translation>
    </message>
    <message>
        <source>--anonymised writes JSON without names: leave out --as and --names.</source>
        <translation>--anonymised 写出不含姓名的 JSON：请去掉 --as 和 --names。</translation>
    </message>
    <message>
        <source>Nobody has accepted this yet, and there is no terminal to ask. Say with --accepted-by who accepts it for the clinic: name and position. Nothing was made.</source>
        <translation>尚无人接受以上内容，且没有可供询问的终端。请用 --accepted-by 写明代表科室接受者的姓名和职务。未创建任何内容。</translation>
    </message>
    <message>
        <source>“{inn}” is no complete entry: it needs a name, a known class, a source and a version, and whole days as interval.</source>
        <translation>“{inn}”条目不完整：需要名称、已知类别、来源和版本，间隔须为整天数。</translation>
    </message>
    <message>
        <source>{what} is above zero; {value} {unit} is not.</source>
        <translation>{what} 必须大于零；{value} {unit} 不符合。</translation>
    </message>
    <message>
        <source>{what} of {date} was measured after {day} and cannot be used for it.</source>
        <translation>{date} 的{what}测于 {day} 之后，不能用于该日。</translation>
    </message>
    <message>
        <source>{what} is needed in {wanted}, not in {unit}.</source>
        <translation>{what}需以 {wanted} 为单位，不是 {unit}。</translation>
    </message>
    <message>
        <source>{date} lies in the future (today is {today}).</source>
        <translation>{date} 在将来（今天是 {today}）。</translation>
    </message>
    <message>
        <source>{second} lies before the birth ({first}).</source>
        <translation>{second} 早于出生日期（{first}）。</translation>
    </message>
    <message>
        <source>{first} lies after the death ({second}).</source>
        <translation>{first} 晚于死亡日期（{second}）。</translation>
    </message>
    <message>
        <source>The {kind} it refers to is not in this chart. Record that first.</source>
        <translation>所引用的{kind}不在此病历中。请先记录它。</translation>
    </message>
    <message>
        <source>“{drug}” is not a drug of this course ({drugs}). Add it to the course first, or leave the drug empty for the whole regimen.</source>
        <translation>“{drug}”不是该疗程的药物（{drugs}）。请先将其加入疗程，或将药物留空表示整个方案。</translation>
    </message>
    <message>
        <source>A dose given on {date} is already recorded in this course.</source>
        <translation>该疗程在 {date} 已记录过一次给药。</translation>
    </message>
    <message>
        <source>Only the numeric limit of this CTCAE version was judged. Do symptoms or treatment change the grade?</source>
        <translation>仅按该 CTCAE 版本的数值界限判断。症状或治疗是否改变分级？</translation>
    </message>
    <message>
        <source>Does the patient have signs or symptoms of it? Without, the lower grade holds.</source>
        <translation>患者有相应的体征或症状吗？若无，则取较低分级。</translation>
    </message>
    <message>
        <source>Does the patient have symptoms of it, or need treatment for it? Without, the lower grade holds.</source>
        <translation>患者有相应症状或需要治疗吗？若无，则取较低分级。</translation>
    </message>
    <message>
        <source>Does it have consequences for the body, such as renal failure or gout? Without, the lower grade holds.</source>
        <translation>是否对身体造成后果，例如肾衰竭或痛风？若无，则取较低分级。</translation>
    </message>
    <message>
        <source>Does the patient take an anticoagulant? Only then multiples of the baseline count.</source>
        <translation>患者是否服用抗凝药？仅在服用时才按基线倍数计算。</translation>
    </message>
    <message>
        <source>The date is empty. Write 2019, 2019-05 or 2019-05-07, or unknown.</source>
        <translation>日期为空。请填写 2019、2019-05 或 2019-05-07，或“不详”。</translation>
    </message>
    <message>
        <source>The date has more than {limit} characters. Write the date alone, such as 2019-05, and the rest as a note.</source>
        <translation>日期超过 {limit} 个字符。请只写日期，如 2019-05，其余写入备注。</translation>
    </message>
    <message>
        <source>The date holds characters that cannot be seen ({codes}). Type it again, such as 2019-05-07.</source>
        <translation>日期含有不可见字符（{codes}）。请重新输入，如 2019-05-07。</translation>
    </message>
    <message>
        <source>“{text}” has digits other than 0 to 9. Write the date with these, such as 2019-05-07.</source>
        <translation>“{text}”含有 0 至 9 以外的数字。请用这些数字填写日期，如 2019-05-07。</translation>
    </message>
    <message>
        <source>“{text}” has a time of day that the program does not read, or one of a time zone, where the day may be another one. Write the day of the clinic, such as 2019-05-07.</source>
        <translation>“{text}”含有程序无法读取的时刻，或带时区的时刻，当地日期可能不同。请写本机构的日期，如 2019-05-07。</translation>
    </message>
    <message>
        <source>“{text}” is a number without separators, where a slip of one digit is easily missed. Write 2019-05-07.</source>
        <translation>“{text}”是没有分隔符的数字，容易错看一位。请写 2019-05-07。</translation>
    </message>
    <message>
        <source>“{text}” may be a number cut by a spreadsheet, which turns 2019.10 into 2019.1. Write the month as 2019-05.</source>
        <translation>“{text}”可能是被电子表格截断的数字（2019.10 变成 2019.1）。请将月份写作 2019-05。</translation>
    </message>
    <message>
        <source>“{text}” has a year of two digits, which may be of either century. Write four digits, such as 2019-05.</source>
        <translation>“{text}”的年份只有两位，可能属于不同世纪。请写四位年份，如 2019-05。</translation>
    </message>
    <message>
        <source>“{text}” has no year of four digits. Write it with the year, such as 2019-05-07.</source>
        <translation>“{text}”没有四位年份。请连同年份填写，如 2019-05-07。</translation>
    </message>
    <message>
        <source>“{text}”: the year {year} is not within {first} to {last}. Check the year.</source>
        <translation>“{text}”：年份 {year} 不在 {first} 至 {last} 之间。请核对年份。</translation>
    </message>
    <message>
        <source>“{text}”: there is no month {month}. Write a month from 1 to 12, such as 2019-05.</source>
        <translation>“{text}”：没有第 {month} 月。请写 1 至 12 月，如 2019-05。</translation>
    </message>
    <message>
        <source>“{text}”: there is no day {day}, the month {month} has {days} days. Check the day, or write the month alone.</source>
        <translation>“{text}”：没有 {day} 日，{month} 月只有 {days} 天。请核对日期，或只写月份。</translation>
    </message>
    <message>
        <source>“{text}” can be {one} or {other}. Write the date with the year first.</source>
        <translation>“{text}”可以是 {one} 或 {other}。请将年份写在最前。</translation>
    </message>
    <message>
        <source>“{text}” is a day, and “about” does not say how many days it may be off. Write the month (~2019-05) or the days between which it lies (2019-05-01/2019-05-10).</source>
        <translation>“{text}”是具体的一天，“约”未说明可能相差几天。请写月份（~2019-05），或其所在的起止日期（2019-05-01/2019-05-10）。</translation>
    </message>
    <message>
        <source>“{text}” ends before it starts. Write the earlier date first, such as 2019-02/2019-04.</source>
        <translation>“{text}”的结束早于开始。请将较早的日期写在前面，如 2019-02/2019-04。</translation>
    </message>
    <message>
        <source>“{text}” is an interval without two complete dates. Write both in full, such as 2019-02/2019-04, or two dots for an open end, such as 2019-02/..</source>
        <translation>“{text}”是区间，但没有两个完整的日期。请完整填写两端，如 2019-02/2019-04；开放的一端写两个点，如 2019-02/..</translation>
    </message>
    <message>
        <source>“{text}” is open on both sides. Write one end, such as 2019-02/.., or unknown.</source>
        <translation>“{text}”两端都开放。请写明一端，如 2019-02/..，或写“不详”。</translation>
    </message>
    <message>
        <source>“{text}” is not a date the program can read. Write 2019, 2019-05, 2019-05-07, 5/2019, 7 May 2019, 2019年5月7日, ~2019-05 (about), 2019-02/2019-04 (one day between), 2019-02/.. (not before) or unknown.</source>
        <translation>程序无法读取日期“{text}”。请写 2019、2019-05、2019-05-07、5/2019、7 May 2019、2019年5月7日、~2019-05（约）、2019-02/2019-04（其间某一天）、2019-02/..（不早于）或不详。</translation>
    </message>
    <message>
        <source>A dose day needs its full date: year, month and day, like 2024-11-26.</source>
        <translation>给药日需要完整日期：年、月、日，如 2024-11-26。</translation>
    </message>
    <message>
        <source>“{text}” is not a blood pressure. Write both numbers, like 120/80.</source>
        <translation>“{text}”不是血压。请写两个数，如 120/80。</translation>
    </message>
    <message>
        <source>A course that stops has no next dose. Leave this empty, and set a reminder for the visit.</source>
        <translation>停止的疗程没有下一次给药。请将此处留空，并为复诊另设提醒。</translation>
    </message>
    <message>
        <source>The dose is delayed to another day than this one. Leave one of them empty.</source>
        <translation>推迟的日期与此处的日期不同。请将其中一处留空。</translation>
    </message>
    <message>
        <source>No course is running. Record the course with its drugs and interval first.</source>
        <translation>没有进行中的疗程。请先记录疗程及其药物和间隔。</translation>
    </message>
    <message>
        <source>Of which drug is it? Write it beside that drug, and empty this box.</source>
        <translation>属于哪种药物？请写在该药物旁，并清空此框。</translation>
    </message>
    <message>
        <source>{drug} has a lot or a time and no dose. Enter its dose, or empty them.</source>
        <translation>{drug} 有批号或时间而无剂量。请录入剂量，或清空它们。</translation>
    </message>
    <message>
        <source>“{dose}” is how a dose is ordered. Write the amount that is given, like 240 mg.</source>
        <translation>“{dose}”是医嘱剂量的写法。请填写实际给予的量，例如 240 mg。</translation>
    </message>
    <message>
        <source>“{text}” is not the time of an infusion. Write from and to, like 10:05-10:40.</source>
        <translation>“{text}”不是输注时间。请写起止时间，如 10:05-10:40。</translation>
    </message>
    <message>
        <source>The dose is held. Name the doctor who lifts the hold and says “treat today”.</source>
        <translation>该次给药已暂停。请写明解除暂停并说明“今日可治疗”的医师。</translation>
    </message>
    <message>
        <source>{drug} is held. Name the doctor who lifts the hold and says “treat today”.</source>
        <translation>{drug} 已暂停。请写明解除暂停并说明“今日可治疗”的医师。</translation>
    </message>
    <message>
        <source>A dose that is given needs its amount and unit.</source>
        <translation>已给药的剂量需要数量和单位。</translation>
    </message>
    <message>
        <source>“{text}” is not a reason. Press 1 to {n}.</source>
        <translation>“{text}”不是原因。请按 1 至 {n}。</translation>
    </message>
    <message>
        <source>“{text}” is not a day after {date}. Write +21, 3w or a full date.</source>
        <translation>“{text}”不是 {date} 之后的日期。请写 +21、3w 或完整日期。</translation>
    </message>
    <message>
        <source>Confirm {value} with Enter; last {last}?</source>
        <translation>按 Enter 确认 {value}；上次为 {last}？</translation>
    </message>
    <message>
        <source>The dose is not less than planned. Is it reduced?</source>
        <translation>剂量并不少于计划。确实是减量吗？</translation>
    </message>
    <message>
        <source>{dose} is {percent} % off the plan. Is it meant?</source>
        <translation>{dose} 与计划相差 {percent} %。确实如此吗？</translation>
    </message>
    <message>
        <source>No dose is entered here for: {drugs}. Is it not given today?</source>
        <translation>此处未录入以下药物的剂量：{drugs}。今日确实不给吗？</translation>
    </message>
    <message>
        <source>By the plan it is not the day of: {drugs}. Is it given all the same?</source>
        <translation>按方案今日不是以下药物的给药日：{drugs}。仍要给吗？</translation>
    </message>
    <message>
        <source>{date} lies before the start of the course ({start}). Is it meant?</source>
        <translation>{date} 早于该疗程的开始日期（{start}）。确实如此吗？</translation>
    </message>
    <message>
        <source>This is {days} d earlier than the interval allows ({due}). Is it meant?</source>
        <translation>比间隔允许的日期（{due}）早 {days} 天。确实如此吗？</translation>
    </message>
    <message>
        <source>The interview was not held today</source>
        <translation>今天未进行症状询问</translation>
    </message>
    <message>
        <source>Not asked today: {items}</source>
        <translation>今天未询问：{items}</translation>
    </message>
    <message>
        <source>{item}: grade {grade}. Is it {behind}?</source>
        <translation>{item}：{grade} 级。是否为{behind}？</translation>
    </message>
    <message>
        <source>{item}: grade {grade}</source>
        <translation>{item}：{grade} 级</translation>
    </message>
    <message>
        <source>ECOG is not recorded today</source>
        <translation>今天未记录 ECOG</translation>
    </message>
    <message>
        <source>ECOG is {n}</source>
        <translation>ECOG 为 {n}</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>There is no weight to compare</source>
        <translation>没有可供比较的体重</translation>
    </message>
    <message>
        <source>Weight {percent} % against {what}</source>
        <translation>体重较{what}变化 {percent} %</translation>
    </message>
    <message>
        <source>Before the first dose: {what} is recorded as yes</source>
        <translation>首次给药前：{what}记录为“是”</translation>
    </message>
    <message>
        <source>Before the first dose: {what} is not recorded</source>
        <translation>首次给药前：未记录{what}</translation>
    </message>
    <message>
        <source>{what}: normal or negative, {date}</source>
        <translation>{what}：正常或阴性，{date}</translation>
    </message>
    <message>
        <source>Before the first dose: {what} abnormal or positive, {date}: {finding}</source>
        <translation>首次给药前：{what}异常或阳性，{date}：{finding}</translation>
    </message>
    <message>
        <source>{what}: left out by decision, {date}: {finding}</source>
        <translation>{what}：经决定略去，{date}：{finding}</translation>
    </message>
    <message>
        <source>Liver before the first dose: {liver}</source>
        <translation>首次给药前的肝脏：{liver}</translation>
    </message>
    <message>
        <source>Before the first dose: is there a tumour in the liver? Not recorded</source>
        <translation>首次给药前：肝脏是否有肿瘤？未记录</translation>
    </message>
    <message>
        <source>The liver before the first dose is not recorded: the stricter rows hold</source>
        <translation>未记录首次给药前的肝脏情况：适用较严格的条目</translation>
    </message>
    <message>
        <source>Allergies are not known</source>
        <translation>过敏史不详</translation>
    </message>
    <message>
        <source>An allergy to {drug} is recorded: {allergies}</source>
        <translation>已记录对 {drug} 过敏：{allergies}</translation>
    </message>
    <message>
        <source>Which allergy is not recorded</source>
        <translation>未记录对什么过敏</translation>
    </message>
    <message>
        <source>The dose cannot be compared with a plan</source>
        <translation>剂量无法与计划比较</translation>
    </message>
    <message>
        <source>{dose} is {percent} % off the plan</source>
        <translation>{dose} 与计划相差 {percent} %</translation>
    </message>
    <message>
        <source>The dose was calculated from old values: {what}</source>
        <translation>剂量按较早的数值计算：{what}</translation>
    </message>
    <message>
        <source>Calculated, verify: {dose} mg by {formula}</source>
        <translation>计算值，请核实：按 {formula} 为 {dose} mg</translation>
    </message>
    <message>
        <source>No date can be projected</source>
        <translation>无法推算日期</translation>
    </message>
    <message>
        <source>A dose is recorded for this day</source>
        <translation>这一天已记录过一次给药</translation>
    </message>
    <message>
        <source>{days} d earlier than the interval allows</source>
        <translation>比间隔允许的日期早 {days} 天</translation>
    </message>
    <message>
        <source>Steroid today is not recorded; 0 = none</source>
        <translation>未记录今日糖皮质激素；0 = 无</translation>
    </message>
    <message>
        <source>{steroid}: which steroid, how many mg a day?</source>
        <translation>{steroid}：哪种激素，每天多少 mg？</translation>
    </message>
    <message>
        <source>{steroid} a day is as {mg} mg of prednisone, more than {most} mg</source>
        <translation>{steroid} 每日量相当于泼尼松 {mg} mg，超过 {most} mg</translation>
    </message>
    <message>
        <source>Steroid: {steroid}</source>
        <translation>糖皮质激素：{steroid}</translation>
    </message>
    <message>
        <source>The planned end is reached (cycles recorded: {n}): is it to go on?</source>
        <translation>已到计划终点（已记录 {n} 个周期）：是否继续？</translation>
    </message>
    <message>
        <source>{drug} was stopped on {date}: {reason}</source>
        <translation>{drug} 已于 {date} 停用：{reason}</translation>
    </message>
    <message>
        <source>{drug} is held since {date}: {reason}</source>
        <translation>{drug} 自 {date} 起暂停：{reason}</translation>
    </message>
    <message>
        <source>{drug} had been stopped on {date}: {reason}; given again since {again}, by order of {doctor}</source>
        <translation>{drug} 曾于 {date} 停用：{reason}；自 {again} 起按 {doctor} 的医嘱重新使用</translation>
    </message>
    <message>
        <source>Held since {date}: {reason}</source>
        <translation>自 {date} 起暂停：{reason}</translation>
    </message>
    <message>
        <source>“{cell}” has no column here and was left out.</source>
        <translation>“{cell}”在此没有对应的栏，未采用。</translation>
    </message>
    <message>
        <source>“{cell}” stands there twice; the second was left out.</source>
        <translation>“{cell}”出现两次；第二个未采用。</translation>
    </message>
    <message>
        <source>{label}: {value} is in {unit}, the column in {wanted}. Nothing is converted; it was left out.</source>
        <translation>{label}：{value} 的单位是 {unit}，本栏为 {wanted}。不做换算，未采用。</translation>
    </message>
    <message>
        <source>The estimated GFR of {gfr} mL/min is capped at {cap} mL/min (FDA 2010).</source>
        <translation>估算 GFR {gfr} mL/min 按上限 {cap} mL/min 计（FDA 2010）。</translation>
    </message>
    <message>
        <source>The order “{order}” is not in {unit}.</source>
        <translation>医嘱“{order}”的单位不是 {unit}。</translation>
    </message>
    <message>
        <source>“{dose}” is no amount in mg: it depends on the patient.</source>
        <translation>“{dose}”不是以 mg 计的量：它取决于患者。</translation>
    </message>
    <message>
        <source>{dose} rounded to steps of {step} would be zero.</source>
        <translation>{dose} 按 {step} 取整将为零。</translation>
    </message>
    <message>
        <source>{label} is {age} d old, older than {most} d</source>
        <translation>{label} 已是 {age} 天前的结果，超过 {most} 天</translation>
    </message>
    <message>
        <source>No result of {labels}</source>
        <translation>没有 {labels} 的结果</translation>
    </message>
    <message>
        <source>No grade without {need}: {labels}</source>
        <translation>缺少{need}，无法分级：{labels}</translation>
    </message>
    <message>
        <source>{label} {value} {unit}: grade {grade}. {question}</source>
        <translation>{label} {value} {unit}：{grade} 级。{question}</translation>
    </message>
    <message>
        <source>{label} {value} {unit}: grade {grade}</source>
        <translation>{label} {value} {unit}：{grade} 级</translation>
    </message>
    <message>
        <source>{label}, grade {grade}: the rule says {action}</source>
        <translation>{label}，{grade} 级：规则为{action}</translation>
    </message>
    <message>
        <source>{label} has no range or no number to judge</source>
        <translation>{label} 没有可供判断的范围或数值</translation>
    </message>
    <message>
        <source>{label} {value} {unit} is outside its range and has no numeric grade</source>
        <translation>{label} {value} {unit} 超出范围，且没有数值分级标准</translation>
    </message>
    <message>
        <source>{multiples}: the rule says {action} ({event})</source>
        <translation>{multiples}：规则为{action}（{event}）</translation>
    </message>
    <message>
        <source>No rule set is accepted: events are not judged</source>
        <translation>未采纳规则集：事件未作判断</translation>
    </message>
    <message>
        <source>The rule set is not written for {drug}</source>
        <translation>该规则集不适用于 {drug}</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: no rule judges it</source>
        <translation>{term}，{grade} 级：没有规则判断</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: not immune-related, no rule</source>
        <translation>{term}，{grade} 级：非免疫相关，无规则</translation>
    </message>
    <message>
        <source>{term}: the grade {grade} is not one the rules know</source>
        <translation>{term}：规则中没有 {grade} 级</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: is it immune-related?</source>
        <translation>{term}，{grade} 级：是否免疫相关？</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: the set has no rule for it</source>
        <translation>{term}，{grade} 级：规则集中没有对应规则</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: the rule says {action}</source>
        <translation>{term}，{grade} 级：规则为{action}</translation>
    </message>
    <message>
        <source>{term}, grade {grade}: {action}, if {condition}?</source>
        <translation>{term}，{grade} 级：若{condition}，则{action}？</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Without {need} a higher grade could not be judged. Is it higher?</source>
        <translation>缺少{need}，无法判断是否为更高分级。是否更高？</translation>
    </message>
    <message>
        <source>Was the value above the limit at baseline? Then other multiples apply.</source>
        <translation>基线值是否高于上限？若是则适用其他倍数。</translation>
    </message>
    <message>
        <source>The laboratory reported only {value}. What is the exact value?</source>
        <translation>实验室只报告了 {value}。准确值是多少？</translation>
    </message>
    <message>
        <source>The end ({second}) lies before the onset ({first}).</source>
        <translation>结束日期（{second}）早于发生日期（{first}）。</translation>
    </message>
    <message>
        <source>The rechallenge ({second}) lies before the onset ({first}).</source>
        <translation>再次用药（{second}）早于发生日期（{first}）。</translation>
    </message>
    <message>
        <source>Name the cause: a course, radiotherapy, or anything in words.</source>
        <translation>请写明原因：全身治疗、放疗，或用文字说明。</translation>
    </message>
    <message>
        <source>Judge the course and the radiotherapy each in a row of its own.</source>
        <translation>全身治疗与放疗请各用一行分别判断。</translation>
    </message>
    <message>
        <source>“{text}” is not one of: {choices}.</source>
        <translation>“{text}”不在可选项之列：{choices}。</translation>
    </message>
    <message>
        <source>“{text}” is not the id of a record.</source>
        <translation>“{text}”不是记录的标识。</translation>
    </message>
    <message>
        <source>{kind} has no field “{name}”.</source>
        <translation>{kind}没有字段“{name}”。</translation>
    </message>
    <message>
        <source>{label} is needed.</source>
        <translation>请填写{label}。</translation>
    </message>
    <message>
        <source>{label}: {value} lies outside {low} to {high}{unit}.</source>
        <translation>{label}：{value} 超出 {low} 至 {high}{unit}。</translation>
    </message>
    <message>
        <source>{label} has a line break. It is one line: write it without.</source>
        <translation>{label}含有换行。该项只有一行：请去掉换行。</translation>
    </message>
    <message>
        <source>{label} has {length} characters; at most {longest} are kept.</source>
        <translation>{label}有 {length} 个字符；最多保存 {longest} 个。</translation>
    </message>
    <message>
        <source>{label} holds characters nobody can see: {codes}.</source>
        <translation>{label}含有不可见字符：{codes}。</translation>
    </message>
    <message>
        <source>The stop ({second}) lies before the start ({first}).</source>
        <translation>停药日期（{second}）早于开始日期（{first}）。</translation>
    </message>
    <message>
        <source>A reason for the stop needs a stop date; “unknown” is accepted.</source>
        <translation>停药原因需要停药日期；可填“不详”。</translation>
    </message>
    <message>
        <source>A window is shorter than its interval.</source>
        <translation>时间窗短于其间隔。</translation>
    </message>
    <message>
        <source>A plan segment begins at a date or at a cycle, not at both.</source>
        <translation>计划段从日期或从周期开始，不能两者并用。</translation>
    </message>
    <message>
        <source>“{action}” needs a reason.</source>
        <translation>“{action}”需要原因。</translation>
    </message>
    <message>
        <source>“{action}” needs the new day.</source>
        <translation>“{action}”需要新的日期。</translation>
    </message>
    <message>
        <source>The new day ({second}) lies before {first}.</source>
        <translation>新日期（{second}）早于 {first}。</translation>
    </message>
    <message>
        <source>A dose that was given has no new date; record the appointment apart.</source>
        <translation>已给的药没有新日期；请另外记录预约。</translation>
    </message>
    <message>
        <source>Only a dose that was given has times of its infusion.</source>
        <translation>只有已给的药才有输注时间。</translation>
    </message>
    <message>
        <source>“{text}” is no time of day. Write hours and minutes, like 10:05.</source>
        <translation>“{text}”不是时刻。请写时和分，如 10:05。</translation>
    </message>
    <message>
        <source>The infusion ends after it begins; record both times.</source>
        <translation>输注结束须晚于开始；请记录两个时刻。</translation>
    </message>
    <message>
        <source>This is not what the program writes for a stored file. Add the file again.</source>
        <translation>这不是程序为存储的文件所写的内容。请重新添加该文件。</translation>
    </message>
    <message>
        <source>“None” and a grade contradict each other.</source>
        <translation>“无”与分级相互矛盾。</translation>
    </message>
    <message>
        <source>A grade needs its CTCAE version.</source>
        <translation>分级需要注明 CTCAE 版本。</translation>
    </message>
    <message>
        <source>Enter a size, a finding, or what the report prints.</source>
        <translation>请填写大小、所见或报告原文。</translation>
    </message>
    <message>
        <source>A lesion that is “{finding}” has no size.</source>
        <translation>“{finding}”的病灶没有大小。</translation>
    </message>
    <message>
        <source>0 mm is no size: record the lesion as absent instead.</source>
        <translation>0 mm 不是大小：请将病灶记录为消失。</translation>
    </message>
    <message>
        <source>The short axis is not longer than the longest diameter.</source>
        <translation>短径不应大于最长径。</translation>
    </message>
    <message>
        <source>“{value}” {unit} is less than nothing. Compare it with the report.</source>
        <translation>“{value}” {unit} 小于零，不可能。请与报告单核对。</translation>
    </message>
    <message>
        <source>The end ({second}) lies before the start ({first}).</source>
        <translation>结束日期（{second}）早于开始日期（{first}）。</translation>
    </message>
    <message>
        <source>The last contact ({first}) lies after the death ({second}).</source>
        <translation>末次联系（{first}）晚于死亡日期（{second}）。</translation>
    </message>
    <message>
        <source>A date of death needs the vital status “dead”.</source>
        <translation>填写死亡日期时，生存状态须为“死亡”。</translation>
    </message>
    <message>
        <source>Named allergies need the answer “present”.</source>
        <translation>写明过敏原时，答案须为“有”。</translation>
    </message>
    <message>
        <source>Computed is {computed}, decided is {decided}: say why. Both are kept.</source>
        <translation>计算结果为 {computed}，判定为 {decided}：请说明原因。两者均保留。</translation>
    </message>
    <message>
        <source>A reminder needs a day, like 2024-12-17.</source>
        <translation>提醒需要具体日期，如 2024-12-17。</translation>
    </message>
    <message>
        <source>Say after how many days it comes again.</source>
        <translation>请写明多少天后重复。</translation>
    </message>
    <message>
        <source>A closed reminder needs the date and the reason.</source>
        <translation>关闭提醒需要日期和原因。</translation>
    </message>
    <message>
        <source>A blood pressure needs both of its numbers.</source>
        <translation>血压需要两个数。</translation>
    </message>
    <message>
        <source>The systolic pressure is the higher of the two numbers.</source>
        <translation>收缩压应为两个数中较高者。</translation>
    </message>
    <message>
        <source>Renal function is estimated for adults from {adult} years on; the age is {age}.</source>
        <translation>肾功能仅对 {adult} 岁及以上成人估算；该患者年龄为 {age}。</translation>
    </message>
    <message>
        <source>The formula needs a sex recorded as female or male. Enter a measured filtration rate instead.</source>
        <translation>该公式需要性别为女或男。否则请填写实测滤过率。</translation>
    </message>
    <message>
        <source>“{text}” is not a plain number. Write digits with a decimal point, like 58.2, without unit, comma or exponent.</source>
        <translation>“{text}”不是普通数字。请写数字和小数点，如 58.2，不带单位、逗号或指数。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” needs an amount, a blank and a unit of the list, like 240 mg: {units}.</source>
        <translation>“{text}”需要数量、空格和下列单位之一，如 240 mg：{units}。</translation>
    </message>
    <message>
        <source>A dose is above zero; “{text}” is not.</source>
        <translation>剂量必须大于零；“{text}”不符合。</translation>
    </message>
    <message>
        <source>The result is empty.</source>
        <translation>结果为空。</translation>
    </message>
    <message>
        <source>The result holds characters nobody can see, or more than {longest} of them. Type the number or a short word.</source>
        <translation>结果含有不可见字符，或超过 {longest} 个字符。请填写数字或简短的词。</translation>
    </message>
    <message>
        <source>“{text}” is not a reference range. Write &lt;1.5, ≤1.5, &gt;60 or 0.27-4.2 with the low limit first.</source>
        <translation>“{text}”不是参考范围。请写 &lt;1.5、≤1.5、&gt;60 或 0.27-4.2（下限在前）。</translation>
    </message>
    <message>
        <source>… more problems: {n}; the rest was not read.</source>
        <translation>… 另有 {n} 个问题；其余未读取。</translation>
    </message>
    <message>
        <source>… more problems in this file: {n}.</source>
        <translation>… 此文件中另有 {n} 个问题。</translation>
    </message>
    <message>
        <source>An object in braces is expected here.</source>
        <translation>此处应为花括号中的对象。</translation>
    </message>
    <message>
        <source>This key stands here more than once.</source>
        <translation>此键在这里出现多次。</translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation>缺少“{key}”。</translation>
    </message>
    <message>
        <source>This key is not known; known here: {keys}.</source>
        <translation>不认识此键；这里认识的键：{keys}。</translation>
    </message>
    <message>
        <source>A list in brackets is expected here.</source>
        <translation>此处应为方括号中的列表。</translation>
    </message>
    <message>
        <source>true or false is expected here, not {found}.</source>
        <translation>此处应为 true 或 false，而不是 {found}。</translation>
    </message>
    <message>
        <source>Text in quotation marks is expected here, not {found}.</source>
        <translation>此处应为引号中的文字，而不是 {found}。</translation>
    </message>
    <message>
        <source>The text holds half a character.</source>
        <translation>文字中有半个字符。</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>This is not a file of this program (“format” is not “{format}”).</source>
        <translation>这不是本程序的文件（“format”不是“{format}”）。</translation>
    </message>
    <message>
        <source>The file does not say its format version: “version” must be the number {known}. Nothing was imported.</source>
        <translation>文件未说明其格式版本：“version”必须是数字 {known}。未导入任何内容。</translation>
    </message>
    <message>
        <source>The file has the format version “{version}”; this program reads version {known}. A newer file needs a newer program. Nothing was imported.</source>
        <translation>文件的格式版本为“{version}”；本程序读取版本 {known}。较新的文件需要较新的程序。未导入任何内容。</translation>
    </message>
    <message>
        <source>The file holds what could be read of a damaged database; it says under “losses” what is missing. Nothing was imported. Restore the latest backup, then enter what is newer by hand, with this file beside you.</source>
        <translation>该文件仅含从损坏的数据库中可读取的内容；缺失之处列于“losses”。未导入任何内容。请恢复最近的备份，再对照此文件手工补录较新的内容。</translation>
    </message>
    <message>
        <source>This id stands twice in the file.</source>
        <translation>此标识在文件中出现两次。</translation>
    </message>
    <message>
        <source>The hospital number {mrn} stands twice, first at {first}.</source>
        <translation>住院号 {mrn} 出现两次，首次在 {first}。</translation>
    </message>
    <message>
        <source>{id} is no record of the kind “{kind}” of this patient.</source>
        <translation>{id} 不是该患者的“{kind}”类记录。</translation>
    </message>
    <message>
        <source>“{kind}” is no kind of record for this list: {kinds}.</source>
        <translation>“{kind}”不是此列表的记录类别：{kinds}。</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB. Split it.</source>
        <translation>文件大于 {limit} MB。请拆分。</translation>
    </message>
    <message>
        <source>The header row has no column for: {missing}. Known columns: {known}.</source>
        <translation>表头缺少以下列：{missing}。已知的列：{known}。</translation>
    </message>
    <message>
        <source>Column {position}, “{heading}”, is not known, and nothing is left out silently. Rename or remove it. Known columns: {known}.</source>
        <translation>第 {position} 列“{heading}”不认识；任何内容都不会悄悄略去。请改名或删除。已知的列：{known}。</translation>
    </message>
    <message>
        <source>The column “{column}” stands there twice.</source>
        <translation>“{column}”列出现两次。</translation>
    </message>
    <message>
        <source>More than {limit} rows. Split the file.</source>
        <translation>超过 {limit} 行。请拆分文件。</translation>
    </message>
    <message>
        <source>Cells of the row: {found}, of the header: {expected}. A comma inside a cell needs quotation marks around the cell; a decimal number has a point.</source>
        <translation>该行有 {found} 格，表头有 {expected} 格。单元格内含逗号时须加引号；小数用小数点。</translation>
    </message>
    <message>
        <source>The row repeats row {first} in every cell.</source>
        <translation>该行与第 {first} 行完全相同。</translation>
    </message>
    <message>
        <source>The file cannot be read on from here: a quotation mark without its partner, text behind one, or a cell of more than {limit} characters.</source>
        <translation>文件从此处起无法读取：引号不成对、引号后有文字，或单元格超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB; no CTCAE is.</source>
        <translation>文件大于 {limit} MB；CTCAE 不会这么大。</translation>
    </message>
    <message>
        <source>No sheet has the header row of a CTCAE workbook (term, system organ class, grades). Choose the Excel file as the NCI publishes it.</source>
        <translation>没有工作表含 CTCAE 工作簿的表头（术语、系统器官分类、分级）。请选择 NCI 发布的原 Excel 文件。</translation>
    </message>
    <message>
        <source>The file is no Excel workbook that can be read.</source>
        <translation>该文件不是可读取的 Excel 工作簿。</translation>
    </message>
    <message>
        <source>The workbook does not say which CTCAE version it is; nothing is guessed.</source>
        <translation>工作簿未说明 CTCAE 版本；程序不作猜测。</translation>
    </message>
    <message>
        <source>“{term}” has no system organ class.</source>
        <translation>“{term}”没有系统器官分类。</translation>
    </message>
    <message>
        <source>“{code}” is no MedDRA code of eight digits.</source>
        <translation>“{code}”不是八位 MedDRA 编码。</translation>
    </message>
    <message>
        <source>Characters nobody can see: {codes}.</source>
        <translation>不可见字符：{codes}。</translation>
    </message>
    <message>
        <source>The term “{term}” stands there twice.</source>
        <translation>术语“{term}”出现两次。</translation>
    </message>
    <message>
        <source>“{grade}” is no grade from 1 to 5.</source>
        <translation>“{grade}”不是 1 至 5 级。</translation>
    </message>
    <message>
        <source>“{term}” has two texts for grade {grade}.</source>
        <translation>“{term}”的 {grade} 级有两段文字。</translation>
    </message>
    <message>
        <source>“{term}” has no grade at all.</source>
        <translation>“{term}”没有任何分级。</translation>
    </message>
    <message>
        <source>The term “{term}” is missing, so this is not a whole CTCAE.</source>
        <translation>缺少术语“{term}”，因此这不是完整的 CTCAE。</translation>
    </message>
    <message>
        <source>“{mrn}”: a hospital number is compared character by character; it is empty or has blanks around it.</source>
        <translation>“{mrn}”：住院号逐字符比较；它为空或前后有空格。</translation>
    </message>
    <message>
        <source>“{value}” holds an arrow, which is the laboratory&apos;s flag and no part of the result. Remove it; the program flags by the range.</source>
        <translation>“{value}”含有箭头；箭头是实验室的标记，不是结果的一部分。请删去，程序会按参考范围判定。</translation>
    </message>
    <message>
        <source>“{value}” is what a program writes for a missing number, not a result. Remove the row, or write what the laboratory reported.</source>
        <translation>“{value}”是程序表示缺失数值的写法，不是结果。请删除该行，或填写实验室报告的内容。</translation>
    </message>
    <message>
        <source>“{value}” holds something behind the number: a unit belongs into its own column; a misread character must be compared with the report.</source>
        <translation>“{value}”的数字后还有内容：单位应在单独一列；识别错误的字符须与报告核对。</translation>
    </message>
    <message>
        <source>The file is nested far too deeply.</source>
        <translation>文件嵌套层数过深。</translation>
    </message>
    <message>
        <source>The file has {size} MB; at most {limit} MB are read. Export it in parts.</source>
        <translation>文件有 {size} MB；最多读取 {limit} MB。请分批导出。</translation>
    </message>
    <message>
        <source>The file has more than {limit} parts. Export it in parts.</source>
        <translation>文件超过 {limit} 个部分。请分批导出。</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text: byte {position} is not a character.</source>
        <translation>文件不是 UTF-8 文本：第 {position} 字节不是字符。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file ends too early (line {line}): it was cut off. Nothing was imported; copy it again.</source>
        <translation>文件提前结束（第 {line} 行）：已被截断。未导入任何内容；请重新复制。</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line {line}, column {column}.</source>
        <translation>文件在第 {line} 行第 {column} 列不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Line {line} is UTF-8 and other lines are not: the file mixes encodings. Save it once as “CSV UTF-8”.</source>
        <translation>第 {line} 行是 UTF-8，其他行不是：文件混用编码。请统一另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8, UTF-16 with a mark, nor GB18030 (byte {position} is no character). Save it as “CSV UTF-8”.</source>
        <translation>文件既不是 UTF-8、带标记的 UTF-16，也不是 GB18030（第 {position} 字节不是字符）。请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>This passphrase is for one use. Nothing was opened or changed. Choose a passphrase of your own first.</source>
        <translation>此口令仅能使用一次。未打开或更改任何内容。请先选择您自己的口令。</translation>
    </message>
    <message>
        <source>The role “{role}” may not {action}. Nothing was changed.</source>
        <translation>“{role}”角色无权{action}。未做任何更改。</translation>
    </message>
    <message>
        <source>{file} is larger than {n} MB. Nothing was stored. Scan it with a lower resolution, or split it.</source>
        <translation>{file} 大于 {n} MB。未存入任何内容。请降低扫描分辨率或拆分。</translation>
    </message>
    <message>
        <source>{file} is neither a PDF nor a PNG or JPEG picture, whatever its name says. Nothing was stored. Save it as PDF and add that.</source>
        <translation>无论文件名如何，{file} 既不是 PDF，也不是 PNG 或 JPEG 图片。未存入任何内容。请另存为 PDF 后再添加。</translation>
    </message>
    <message>
        <source>The course of this sheet does not run any more. Nothing was saved; open the dose day again.</source>
        <translation>本页所属的疗程已不再进行。未保存任何内容；请重新打开给药日。</translation>
    </message>
    <message>
        <source>Not in this course any more: {drugs}. Nothing was saved; open the dose day again.</source>
        <translation>已不在本疗程中：{drugs}。未保存任何内容；请重新打开给药日。</translation>
    </message>
    <message>
        <source>A hold is suggested. Give the reason for going on, or hold the dose.</source>
        <translation>建议暂停给药。请说明继续的原因，或暂停给药。</translation>
    </message>
    <message>
        <source>The dose is not the one that was checked. Let it be checked again.</source>
        <translation>剂量与核对过的不一致。请重新核对。</translation>
    </message>
    <message>
        <source>The file holds no result of the hospital number {mrn}. Nothing was filled in.</source>
        <translation>文件中没有住院号 {mrn} 的结果。未填入任何内容。</translation>
    </message>
    <message>
        <source>There is a file {file} already; it was not touched. Choose another name.</source>
        <translation>已有文件 {file}；未作改动。请另选名称。</translation>
    </message>
    <message>
        <source>Follow-up Tracker</source>
        <translation>肿瘤免疫治疗随访</translation>
    </message>
    <message>
        <source>{what}: {who}, {number}, {about}</source>
        <translation>{what}：{who}，{number}，{about}</translation>
    </message>
    <message>
        <source>{what}: {number}</source>
        <translation>{what}：{number}</translation>
    </message>
    <message>
        <source>{what}, look at the hold again: {number}</source>
        <translation>{what}，请复查暂停情况：{number}</translation>
    </message>
    <message>
        <source>The file holds patients of the demonstration. They are never mixed with real ones.</source>
        <translation>文件中含有演示患者。演示患者绝不与真实患者混在一起。</translation>
    </message>
    <message>
        <source>The file holds real patients, and this is the demonstration. Open the profile of the clinic to import it.</source>
        <translation>文件中含有真实患者，而这里是演示。请打开机构的档案再导入。</translation>
    </message>
    <message>
        <source>This record is stored already with another content. Amend it in the program, with a reason; an import changes nothing that is stored.</source>
        <translation>此记录已存，但内容不同。请在程序中修订并说明原因；导入不会更改任何已存内容。</translation>
    </message>
    <message>
        <source>This patient was erased on {day} by {by}, and is not brought back by an import. Take the patient out of the file. A person who comes back to the clinic gets a new chart.</source>
        <translation>该患者已于 {day} 由 {by} 清除，导入不会把其恢复。请从文件中去掉该患者。若此人再次就诊，请新建病历。</translation>
    </message>
    <message>
        <source>The hospital number {mrn} belongs to another chart that is stored already.</source>
        <translation>住院号 {mrn} 属于另一份已存的病历。</translation>
    </message>
    <message>
        <source>The {kind} it belongs to is neither in the file nor in this patient&apos;s chart.</source>
        <translation>它所属的{kind}既不在文件中，也不在该患者的病历中。</translation>
    </message>
    <message>
        <source>No patient has the hospital number {mrn}. It is compared character by character; record the patient first, or correct the row.</source>
        <translation>没有住院号为 {mrn} 的患者。住院号逐字符比较；请先建立患者，或更正该行。</translation>
    </message>
    <message>
        <source>Row {first} holds {analyte} of {date} already, by the same laboratory and method. Keep the one that counts. Of two samples of one day each needs its time: 2024-10-01 08:10.</source>
        <translation>第 {first} 行已有同一实验室、同一方法 {date} 的 {analyte} 结果。请只保留有效的一条。同一天的两份样本须各自写明采样时间：2024-10-01 08:10。</translation>
    </message>
    <message>
        <source>Another {analyte} of {date} is stored already. If the laboratory corrected it, amend it in the program, with a reason. Of two samples of one day each needs its time: 2024-10-01 08:10.</source>
        <translation>已存有 {date} 的另一个 {analyte} 结果。若为实验室更正，请在程序中修订并说明原因。同一天的两份样本须各自写明采样时间：2024-10-01 08:10。</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file in it.</source>
        <translation>{file} 是文件夹。请选择其中的文件。</translation>
    </message>
    <message>
        <source>The name {file} does not say what the file holds. Name its kind: {kinds}.</source>
        <translation>文件名 {file} 看不出内容类别。请写明类别：{kinds}。</translation>
    </message>
    <message>
        <source>{mrn} may be {other}, who is on file: {signs}. Say whether it is the same person (link), another one (other), or to be left out (skip).</source>
        <translation>{mrn} 可能是已有病历的 {other}：{signs}。请说明是同一人（link）、另一人（other）或略去（skip）。</translation>
    </message>
    <message>
        <source>No patient has the hospital number {mrn}.</source>
        <translation>没有住院号为 {mrn} 的患者。</translation>
    </message>
    <message>
        <source>Write in a few words what was said.</source>
        <translation>请简要写明谈话内容。</translation>
    </message>
    <message>
        <source>To call back, the call needs its full date.</source>
        <translation>要回电，电话联系须有完整日期。</translation>
    </message>
    <message>
        <source>“{text}” is not a day to come. Write +3, 1w or a date.</source>
        <translation>“{text}”不是将来的日期。请写 +3、1w 或日期。</translation>
    </message>
    <message>
        <source>The dose is held. Name the doctor who lifts the hold.</source>
        <translation>该次给药已暂停。请写明解除暂停的医师。</translation>
    </message>
    <message>
        <source>A change of a stored record needs a reason.</source>
        <translation>更改已存的记录需要说明原因。</translation>
    </message>
    <message>
        <source>The hospital number {mrn} belongs to another chart. Open that one instead.</source>
        <translation>住院号 {mrn} 属于另一份病历。请打开那份病历。</translation>
    </message>
    <message>
        <source>Name the oncologist who accepts the rules.</source>
        <translation>请写明采纳规则的肿瘤科医师。</translation>
    </message>
    <message>
        <source>There is no such rule set.</source>
        <translation>没有这个规则集。</translation>
    </message>
    <message>
        <source>Rule sets are accepted by an oncologist; the role “{role}” may not. Nothing was changed.</source>
        <translation>规则集须由肿瘤科医师采纳；“{role}”角色无权采纳。未做任何更改。</translation>
    </message>
    <message>
        <source>The stored file {file} of a document is missing. The document&apos;s record is kept. Put the file back into the folder attachments, or restore a backup.</source>
        <translation>文档的存储文件 {file} 缺失。文档记录仍保留。请将文件放回 attachments 文件夹，或恢复备份。</translation>
    </message>
    <message>
        <source>The stored file {file} of a document is damaged or was exchanged, so it is not shown. The document&apos;s record is kept. Put the file back from a backup.</source>
        <translation>文档的存储文件 {file} 已损坏或被调换，因此不显示。文档记录仍保留。请从备份放回该文件。</translation>
    </message>
    <message>
        <source>Audit trail {chain}: entries missing: {n} (numbers {first} to {last}).</source>
        <translation>审计链 {chain}：缺少 {n} 条（第 {first} 至 {last} 号）。</translation>
    </message>
    <message>
        <source>Audit trail {chain}: entries {first} to {last} were changed after they were written.</source>
        <translation>审计链 {chain}：第 {first} 至 {last} 条在写入后被更改。</translation>
    </message>
    <message>
        <source>Audit trail: entries erased: {n}; the entry that records it is missing.</source>
        <translation>审计记录：有 {n} 条记录被清除，但记载此次清除的记录缺失。</translation>
    </message>
    <message>
        <source>Audit trail {chain}: entry {seq} records an erasure, and other entries than those it erased are without content now.</source>
        <translation>审计记录 {chain}：第 {seq} 条记载了一次清除，但现在无内容的记录与它所清除的不一致。</translation>
    </message>
    <message>
        <source>Audit trail {chain}: entries missing at the end: {n}. They were there at {at}; the database may be an older copy.</source>
        <translation>审计链 {chain}：缺少最后 {n} 条。它们在 {at} 时存在；该数据库可能是较旧的副本。</translation>
    </message>
    <message>
        <source>Audit trail {chain}: entry {seq} is not the one that was sealed; the trail was rewritten.</source>
        <translation>审计链 {chain}：第 {seq} 条不是当时封存的那条；审计链已被改写。</translation>
    </message>
    <message>
        <source>The sealed end of the audit trail (head.json) is missing or damaged, so it cannot be told whether entries were cut off. The program works on; tell IT, and compare with the last backup.</source>
        <translation>审计链的封存末端（head.json）缺失或损坏，无法判断末尾条目是否被截去。程序继续工作；请告知 IT 人员，并与最近的备份比对。</translation>
    </message>
    <message>
        <source>The copy does not hold the same records.</source>
        <translation>副本中的记录不一致。</translation>
    </message>
    <message>
        <source>No backup was made: the copy did not pass its checks. The database was not changed. Check the disk, then run the check of the database.</source>
        <translation>未做备份：副本未通过校验。数据库未改动。请检查磁盘，然后检查数据库。</translation>
    </message>
    <message>
        <source>No backup was made: what was written could not be read back. The database was not changed. Use another disk.</source>
        <translation>未做备份：写出的内容无法读回。数据库未改动。请换用其他磁盘。</translation>
    </message>
    <message>
        <source>The database {file} was replaced or removed by another program while it was open. This entry was not saved. Keep the window open, copy what you typed, and ask IT to look at the folder before starting again.</source>
        <translation>数据库 {file} 在打开期间被其他程序替换或移走。此条未保存。请保持窗口打开，抄下已输入的内容，重新启动前请 IT 人员检查该文件夹。</translation>
    </message>
    <message>
        <source>The key of {file} is not complete. Nothing was opened.</source>
        <translation>{file} 的密钥不完整。未打开任何内容。</translation>
    </message>
    <message>
        <source>Pages of the database that were damaged or exchanged: {n}.</source>
        <translation>数据库有 {n} 页损坏或被调换。</translation>
    </message>
    <message>
        <source>Faults in the structure of the database: {n}.</source>
        <translation>数据库结构有 {n} 处错误。</translation>
    </message>
    <message>
        <source>Rows of the table {table} that refer to a record that is not there: {n}.</source>
        <translation>表 {table} 有 {n} 行引用了不存在的记录。</translation>
    </message>
    <message>
        <source>There is a database {file} already; it was not touched. Open it, or choose an empty folder.</source>
        <translation>已有数据库 {file}；未作改动。请打开它，或选择空文件夹。</translation>
    </message>
    <message>
        <source>{file} is a database of another program. It was not changed. Choose the folder of this clinic.</source>
        <translation>{file} 是其他程序的数据库。未作改动。请选择本机构的文件夹。</translation>
    </message>
    <message>
        <source>The database {file} does not accept the safety settings {names}. Nothing was changed. Install the program again.</source>
        <translation>数据库 {file} 不接受安全设置 {names}。未做任何更改。请重新安装程序。</translation>
    </message>
    <message>
        <source>The database library {found} is too old; {needed} or newer is needed. Nothing was opened. Install the program again.</source>
        <translation>数据库程序库 {found} 过旧；需要 {needed} 或更新版本。未打开任何内容。请重新安装程序。</translation>
    </message>
    <message>
        <source>There is no database {file}. No new one was made. Check the path, or restore a backup.</source>
        <translation>没有数据库 {file}。未新建。请检查路径，或恢复备份。</translation>
    </message>
    <message>
        <source>The database {file} is empty. It was not changed. Restore a backup.</source>
        <translation>数据库 {file} 为空。未作改动。请恢复备份。</translation>
    </message>
    <message>
        <source>The last save into {file} was interrupted and must be undone before anything is read; that needs the right to write. Nothing was opened or lost. Open it where it can be written, together with the file beside it that ends in -journal.</source>
        <translation>上次写入 {file} 时中断，须先撤销才能读取；这需要写入权限。未打开也未丢失任何内容。请在可写入处打开，并连同旁边以 -journal 结尾的文件。</translation>
    </message>
    <message>
        <source>The encryption library is missing or does not encrypt. Nothing was opened. Install the program again.</source>
        <translation>加密程序库缺失或不加密。未打开任何内容。请重新安装程序。</translation>
    </message>
    <message>
        <source>The disk is full. The last step was not saved; everything saved before is kept. Free some space and try again.</source>
        <translation>磁盘已满。最后一步未保存；此前保存的内容均保留。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Another program is writing to the database. The last step was not saved; everything saved before is kept. Wait a moment and try again.</source>
        <translation>另一程序正在写入数据库。最后一步未保存；此前保存的内容均保留。请稍候重试。</translation>
    </message>
    <message>
        <source>The folder or the file cannot be written to. The last step was not saved. Ask IT for the right to write there, or choose another folder.</source>
        <translation>文件夹或文件不可写。最后一步未保存。请向 IT 人员申请写入权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The database is damaged. Nothing was changed. Do not enter more data; restore the latest backup.</source>
        <translation>数据库已损坏。未做任何更改。请勿继续录入；请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The database is damaged, or is not a file of this program or of this keyring. It was not changed. Restore the latest backup.</source>
        <translation>数据库已损坏，或不是本程序或此密钥环的文件。未作改动。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The disk reported an error. The last step was not saved; everything saved before is kept. Check the disk and its connection, then try again.</source>
        <translation>磁盘报告错误。最后一步未保存；此前保存的内容均保留。请检查磁盘及其连接后重试。</translation>
    </message>
    <message>
        <source>The file or its folder cannot be reached. Nothing was changed. Check that the disk is connected and that the path is right.</source>
        <translation>无法访问该文件或其文件夹。未做任何更改。请检查磁盘是否连接、路径是否正确。</translation>
    </message>
    <message>
        <source>The name or the passphrase is wrong. Nothing was opened or changed. Check the keyboard layout and Caps Lock, and try again.</source>
        <translation>姓名或口令错误。未打开或更改任何内容。请检查键盘布局和大写锁定，然后重试。</translation>
    </message>
    <message>
        <source>The recovery code is wrong. Nothing was opened or changed. It has eight groups of four letters and digits; compare it with the printed sheet.</source>
        <translation>恢复码错误。未打开或更改任何内容。恢复码由八组、每组四个字母和数字组成；请与打印件核对。</translation>
    </message>
    <message>
        <source>This is the present passphrase. Nothing was changed. Choose another one.</source>
        <translation>这是当前口令。未做任何更改。请另选一个。</translation>
    </message>
    <message>
        <source>This folder already holds a keyring; it was not touched. Open the profile, or choose an empty folder.</source>
        <translation>此文件夹已有密钥环；未作改动。请打开该档案，或选择空文件夹。</translation>
    </message>
    <message>
        <source>Another user is called {name} already. Nothing was changed. Add an initial or a department to tell the two apart.</source>
        <translation>已有另一用户名为 {name}。未做任何更改。请加上首字母或科室以示区别。</translation>
    </message>
    <message>
        <source>{name} left the clinic. Nothing was changed. Add a new account with another name, for example with the year.</source>
        <translation>{name} 已离开机构。未做任何更改。请用另一姓名新增账户，例如加上年份。</translation>
    </message>
    <message>
        <source>There is no emergency access for the role “{role}”. Nothing was changed. Ask an administrator.</source>
        <translation>“{role}”角色没有紧急访问。未做任何更改。请联系系统管理员。</translation>
    </message>
    <message>
        <source>This is your own account. Nothing was changed. Another administrator can change it; your passphrase you change yourself.</source>
        <translation>这是您自己的账户。未做任何更改。可由另一名系统管理员更改；口令由您自己更改。</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>没有这个用户。</translation>
    </message>
    <message>
        <source>Somebody has or had an account called {name}. Nothing was changed. Add an initial or a department to tell the two apart.</source>
        <translation>已有或曾有账户名为 {name}。未做任何更改。请加上首字母或科室以示区别。</translation>
    </message>
    <message>
        <source>The recovery code opened the records. Nothing was changed. Make an administrator first, who comes in with a passphrase of his own and then does this.</source>
        <translation>记录由恢复码打开。未做任何更改。请先新增一名用自己口令进入的系统管理员，再由其执行。</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the audit trail.</source>
        <translation>需要说明原因：它会写入审计记录。</translation>
    </message>
    <message>
        <source>The profile must keep at least one administrator. Nothing was changed. Make another user administrator first.</source>
        <translation>档案至少须保留一名系统管理员。未做任何更改。请先将另一用户设为系统管理员。</translation>
    </message>
    <message>
        <source>The keyring {file} is missing; without it the database cannot be opened. Put it back from {previous} or from a backup.</source>
        <translation>密钥环 {file} 缺失；没有它无法打开数据库。请从 {previous} 或备份中放回。</translation>
    </message>
    <message>
        <source>The keyring {file} was written by a newer version of the program. Nothing was opened or changed. Install that version.</source>
        <translation>密钥环 {file} 由较新版本的程序写成。未打开或更改任何内容。请安装该版本。</translation>
    </message>
    <message>
        <source>The keyring {file} is damaged or cannot be read. The database was not touched. Put the previous copy {previous} in its place, or restore a backup.</source>
        <translation>密钥环 {file} 已损坏或无法读取。数据库未作改动。请用上一份 {previous} 替换，或恢复备份。</translation>
    </message>
    <message>
        <source>The keyring {file} was changed by something other than this program (a user, a role or the protection of a passphrase). Nothing was opened. Put the previous copy {previous} in its place, or restore a backup.</source>
        <translation>密钥环 {file} 被本程序以外的途径更改（用户、角色或口令保护）。未打开任何内容。请用上一份 {previous} 替换，或恢复备份。</translation>
    </message>
    <message>
        <source>The profile is in use on the computer {host} (process {pid}). Nothing was opened for writing. Use the window that is already open, or close it first.</source>
        <translation>该档案正在计算机 {host} 上使用（进程 {pid}）。未以写入方式打开。请使用已打开的窗口，或先将其关闭。</translation>
    </message>
    <message>
        <source>A record of the table {kind} holds a value that this program never writes. Nothing was changed. Check the database, and restore a backup if it is damaged.</source>
        <translation>表 {kind} 的一条记录含有本程序从不写入的值。未做任何更改。请检查数据库，若已损坏请恢复备份。</translation>
    </message>
    <message>
        <source>Characters of the passphrase: {n}; at least {minimum} are needed. Four or five unrelated words make a good one.</source>
        <translation>口令有 {n} 个字符；至少需要 {minimum} 个。四五个互不相关的词就很好。</translation>
    </message>
    <message>
        <source>The passphrase is easy to guess: it repeats itself, or consists of common words, runs of keys, or the name of the clinic or the user. Choose four or five unrelated words.</source>
        <translation>该口令容易猜到：有重复，或由常用词、连续按键、机构名或用户名组成。请选四五个互不相关的词。</translation>
    </message>
    <message>
        <source>There is no such patient.</source>
        <translation>没有这名患者。</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>没有这条记录。</translation>
    </message>
    <message>
        <source>There is no profile in {folder}. Nothing was made. Check the path, create a profile there, or restore a backup.</source>
        <translation>{folder} 中没有档案。未建立任何内容。请检查路径，在那里建立档案，或恢复备份。</translation>
    </message>
    <message>
        <source>The records on this computer were taken out of use on {at} by {by}: the keys were destroyed. The certificate was written to {certificate}. To use the folder {folder} again, remove the file {file} from it.</source>
        <translation>本电脑上的病历已于 {at} 由 {by} 停用：密钥已销毁。证明写在 {certificate}。若要再次使用文件夹 {folder}，请先删除其中的 {file}。</translation>
    </message>
    <message>
        <source>Taking the records on this computer out of use was begun on {at} by {by} and was interrupted. Nothing was opened. “tracker retire --finish” destroys the rest. If it was a mistake and keyring.json is still in {folder}, remove the file {file}, and the records open again.</source>
        <translation>{at} 由 {by} 开始停用本电脑上的病历，但中途中断。未打开任何内容。“tracker retire --finish”会销毁其余部分。如系误操作且 keyring.json 仍在 {folder} 中，请删除文件 {file}，病历即可再次打开。</translation>
    </message>
    <message>
        <source>The profile in {folder} belongs to another account of this computer ({owner}) and may not be read from this one. Nothing was opened or changed. Log in to the computer with that account; inside the program everybody has a name and a passphrase of their own.</source>
        <translation>{folder} 中的档案属于本机另一账户（{owner}），不能从此账户读取。未打开或更改任何内容。请用该账户登录计算机；在程序内每个人都有自己的姓名和口令。</translation>
    </message>
    <message>
        <source>There is a profile in {folder} already; it was not touched. Open it, or choose an empty folder.</source>
        <translation>{folder} 中已有档案；未作改动。请打开它，或选择空文件夹。</translation>
    </message>
    <message>
        <source>The database {file} belongs to another keyring. Nothing was changed. Restore a backup, which holds both.</source>
        <translation>数据库 {file} 属于另一个密钥环。未做任何更改。请恢复同时含有两者的备份。</translation>
    </message>
    <message>
        <source>The database {file} has nothing in it: its making was interrupted, or what was in it is lost. Nothing was changed. Restore a backup. If this clinic was never used, choose an empty folder and set it up again.</source>
        <translation>数据库 {file} 中没有任何内容：建立过程被中断，或其中内容已丢失。未做任何更改。请恢复备份。若该科室从未使用过，请选择一个空文件夹重新建立。</translation>
    </message>
    <message>
        <source>The database {file} was written by an older version of this program and must be brought to this one, which reading alone cannot do. Nothing was changed. Open it once from a place that can be written to.</source>
        <translation>数据库 {file} 由本程序的旧版本写成，须升级到本版本，只读方式做不到。未做任何更改。请在可写入处打开一次。</translation>
    </message>
    <message>
        <source>The profile {folder} is open for reading only. Nothing was saved. Close the other window, or ask IT for the right to write there.</source>
        <translation>档案 {folder} 以只读方式打开。未保存任何内容。请关闭另一窗口，或向 IT 人员申请写入权限。</translation>
    </message>
    <message>
        <source>The sealed end of the audit trail was missing or damaged when the records were opened, so it cannot be told whether entries were cut off. The program works on; tell IT, and compare with the last backup.</source>
        <translation>打开记录时，审计链末端的封存缺失或已损坏，无法判断是否有条目被截去。程序继续运行；请告知信息科，并与最近的备份比对。</translation>
    </message>
    <message>
        <source>The backup belongs to another database than the one in {folder}. Nothing was changed. Restore it into an empty folder.</source>
        <translation>该备份属于 {folder} 以外的另一个数据库。未做任何更改。请恢复到空文件夹。</translation>
    </message>
    <message>
        <source>There is no backup {file}. Nothing was changed. Check the path.</source>
        <translation>没有备份 {file}。未做任何更改。请检查路径。</translation>
    </message>
    <message>
        <source>The backup {file} is damaged, incomplete, or not a backup of this program. Nothing was changed. Use another backup.</source>
        <translation>备份 {file} 已损坏、不完整，或不是本程序的备份。未做任何更改。请使用其他备份。</translation>
    </message>
    <message>
        <source>The backup {file} was changed after it was made. Nothing was restored, and the present files are as they were. Use another backup.</source>
        <translation>备份 {file} 在生成后被更改。未恢复任何内容，现有文件保持原样。请使用其他备份。</translation>
    </message>
    <message>
        <source>The database {file} was written by a newer version of this program (step {step}). Nothing was changed. Install the newer version on this computer.</source>
        <translation>数据库 {file} 由较新版本的程序写成（步骤 {step}）。未做任何更改。请在本机安装较新版本。</translation>
    </message>
    <message>
        <source>The database {file} could not be brought to this version of the program: the new copy did not pass its checks. The database was not changed, and a backup of it was made. Go on with the version used before, and tell IT.</source>
        <translation>数据库 {file} 无法升级到本版本：新副本未通过校验。数据库未改动，且已做备份。请继续使用原来的版本，并告知 IT 人员。</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({n} MiB). Close other programs and try again.</source>
        <translation>可用内存不足，无法核对口令（{n} MiB）。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>A record with this id is stored already. Nothing was saved. The file may have been imported before.</source>
        <translation>已存有此标识的记录。未保存任何内容。该文件可能已导入过。</translation>
    </message>
    <message>
        <source>The record belongs to one that is not in this patient&apos;s chart. Nothing was saved. Open the chart again and enter it there.</source>
        <translation>该记录所属的记录不在此患者的病历中。未保存任何内容。请重新打开病历，在那里录入。</translation>
    </message>
    <message>
        <source>This record was changed or marked as entered in error since you opened it. Your entry was not saved. Open the record again, compare, and enter what is still needed.</source>
        <translation>您打开此记录后，它已被更改或标记为误录。您的录入未保存。请重新打开该记录，比对后录入仍需要的内容。</translation>
    </message>
    <message>
        <source>The hospital number {mrn} belongs to another chart. Nothing was saved. Open that chart, or check the number.</source>
        <translation>住院号 {mrn} 属于另一份病历。未保存任何内容。请打开那份病历，或核对住院号。</translation>
    </message>
    <message>
        <source>Records under the one that is marked as entered in error still count ({n} × {kind}). Nothing was saved. Mark them as well, or move them first.</source>
        <translation>标记为误录的记录下仍有有效记录（{n} × {kind}）。未保存任何内容。请一并标记，或先移走它们。</translation>
    </message>
    <message>
        <source>The file says of itself: {name} “{is}”; its audit trail says “{was}”. It was changed by something other than this program.</source>
        <translation>文件自述：{name}“{is}”；其审计记录为“{was}”。它被本程序以外的程序更改过。</translation>
    </message>
    <message>
        <source>{kind} {record}: the audit trail knows nothing of it. It was not entered with this program.</source>
        <translation>{kind} {record}：审计链中没有它。它不是用本程序录入的。</translation>
    </message>
    <message>
        <source>{kind} {record}: it is not what the audit trail says was saved last. It was changed by something other than this program.</source>
        <translation>{kind} {record}：与审计链中最后保存的内容不符。它被本程序以外的途径更改。</translation>
    </message>
    <message>
        <source>{kind} {record}: the time or the person of its last change is not what the audit trail says. It was changed by something other than this program.</source>
        <translation>{kind} {record}：最后更改的时间或人员与审计链所述不符。它被本程序以外的途径更改。</translation>
    </message>
    <message>
        <source>{kind} {record}: it was removed from the database. The audit trail still holds its content.</source>
        <translation>{kind} {record}：已从数据库中移除。审计链仍保存其内容。</translation>
    </message>
    <message>
        <source>{kind} of patient {patient}: the chart does not show these records, though they are stored. Do not rely on this chart, and tell IT: the file was changed by something other than this program.</source>
        <translation>患者 {patient} 的{kind}：病历未显示这些记录，但它们已存储。请勿依赖此病历并告知 IT 人员：文件被本程序以外的途径更改。</translation>
    </message>
    <message>
        <source>Patient {mrn}: the day list does not agree with the chart. Saving any record of the chart brings it up to date.</source>
        <translation>患者 {mrn}：今日列表与病历不一致。保存该病历的任一记录即可更新。</translation>
    </message>
    <message>
        <source>Patient {mrn}: the list of patients does not agree with the chart. Saving any record of the chart brings it up to date.</source>
        <translation>患者 {mrn}：患者列表与病历不一致。保存该病历的任一记录即可更新。</translation>
    </message>
    <message>
        <source>Patient {mrn}: the search does not find this number. The patient is in the list of all patients; saving name or number again brings the search up to date.</source>
        <translation>患者 {mrn}：搜索找不到此号码。该患者仍在全部患者列表中；重新保存姓名或号码即可更新搜索。</translation>
    </message>
    <message>
        <source>The file {name} could not be written ({reason}). Nothing was changed; choose another folder and try again.</source>
        <translation>文件 {name} 无法写入（{reason}）。未做任何更改；请选择其他文件夹重试。</translation>
    </message>
    <message>
        <source>The demonstration has no reminder.</source>
        <translation>演示没有提醒。</translation>
    </message>
    <message>
        <source>There is no user called {name}. Nothing was changed.</source>
        <translation>没有名为 {name} 的用户。未做任何更改。</translation>
    </message>
    <message>
        <source>The size of the primary differs by source: {sizes}.</source>
        <translation>原发灶大小因来源而异：{sizes}。</translation>
    </message>
    <message>
        <source>The size of the primary differs by source: {sizes}. They lie on both sides of {limit} cm, where the FIGO 2018 size class changes.</source>
        <translation>原发灶大小因来源而异：{sizes}。它们分处 {limit} cm 两侧，而 FIGO 2018 的大小分级以此为界。</translation>
    </message>
    <message>
        <source>“{stage}” is not a stage of {system}.</source>
        <translation>“{stage}”不是 {system} 的分期。</translation>
    </message>
    <message>
        <source>“{stage}”, as printed, is not a stage.</source>
        <translation>所印“{stage}”不是分期。</translation>
    </message>
    <message>
        <source>Stage {stage} is lower than the positive nodes allow: at least {nodes}.</source>
        <translation>分期 {stage} 低于阳性淋巴结所允许的：至少为 {nodes}。</translation>
    </message>
    <message>
        <source>Oligometastases were stated; cannot classify: the lesion count is missing.</source>
        <translation>陈述为寡转移；无法分类：缺少病灶数。</translation>
    </message>
    <message>
        <source>Metastases of {date}, after the primary of {primary}, are metachronous by their order and synchronous by the six-month window: name the definition.</source>
        <translation>{date} 的转移（原发灶 {primary}）按先后为异时性，按六个月界限为同时性：请注明所用定义。</translation>
    </message>
    <message>
        <source>A recurrence was proved on {date}, before the primary ({primary}).</source>
        <translation>{date} 证实复发，早于原发灶（{primary}）。</translation>
    </message>
    <message>
        <source>“{said}” was stated about {topic}, but events are recorded: {events}.</source>
        <translation>关于{topic}陈述为“{said}”，但记录有事件：{events}。</translation>
    </message>
    <message>
        <source>“{said}” is stated twice in different words: {one} – {two}</source>
        <translation>“{said}”以不同说法陈述了两次：{one} – {two}</translation>
    </message>
    <message>
        <source>Months are stated without the day they count from: {said}</source>
        <translation>陈述了月数但未说明起算日：{said}</translation>
    </message>
    <message>
        <source>{analyte} {value} of {date} was high by its own range ({own}) and would be normal by the later one ({later}).</source>
        <translation>{date} 的 {analyte} {value} 按当时范围（{own}）为高，按后来范围（{later}）则为正常。</translation>
    </message>
    <message>
        <source>{kind} of {date} lies after the death ({death}).</source>
        <translation>{date} 的{kind}晚于死亡日期（{death}）。</translation>
    </message>
    <message>
        <source>{n} cycles of {regimen}, {interval} d apart, do not fit between {start} and {stop}.</source>
        <translation>{regimen} {n} 个周期、间隔 {interval} 天，在 {start} 至 {stop} 之间容纳不下。</translation>
    </message>
    <message>
        <source>{n} cycles of {regimen}, {interval} d apart, fit between {start} and {stop} only when the first was given by {day}.</source>
        <translation>{regimen} {n} 个周期、间隔 {interval} 天，只有首次不晚于 {day} 给药，才能容纳于 {start} 至 {stop} 之间。</translation>
    </message>
    <message>
        <source>{days} d lie between two doses of {regimen} ({first} and {second}), planned were {interval}, and no reason is recorded.</source>
        <translation>{regimen} 两次给药（{first} 与 {second}）相隔 {days} 天，计划为 {interval} 天，未记录原因。</translation>
    </message>
    <message>
        <source>A dose of {regimen} is recorded for {date}, before the course began ({end}).</source>
        <translation>{regimen} 有一次给药记录于 {date}，早于疗程开始（{end}）。</translation>
    </message>
    <message>
        <source>A dose of {regimen} is recorded for {date}, after the course stopped ({end}).</source>
        <translation>{regimen} 有一次给药记录于 {date}，晚于疗程停止（{end}）。</translation>
    </message>
    <message>
        <source>“{said}” was stated, but {what} is recorded.</source>
        <translation>陈述为“{said}”，但记录有 {what}。</translation>
    </message>
    <message>
        <source>{drug} {dose} on days {days}: whether on each day or in total is not recorded.</source>
        <translation>{drug} {dose}，第 {days} 天：未记录是每天剂量还是总量。</translation>
    </message>
    <message>
        <source>Radiotherapy of {site}: {gy} Gy/{n} is partly inferred.</source>
        <translation>{site}放疗：{gy} Gy/{n} 次，部分为推断。</translation>
    </message>
    <message>
        <source>{event} of {onset} is attributed to {cause} ({certainty}), which began later, on {start}.</source>
        <translation>{onset} 的 {event} 归因于 {cause}（{certainty}），但后者 {start} 才开始。</translation>
    </message>
    <message>
        <source>Label of {drug}, {applies_to}: {words}</source>
        <translation>{drug} 说明书，{applies_to}：{words}</translation>
    </message>
    <message>
        <source>No part progresses: judged as by RECIST 1.1.</source>
        <translation>没有任何部分进展：按 RECIST 1.1 判断。</translation>
    </message>
    <message>
        <source>Not every part was assessed; iRECIST has no answer for that but not evaluable.</source>
        <translation>并非每一部分都已评价；iRECIST 对此只有“无法评价”。</translation>
    </message>
    <message>
        <source>Progression seen for the first time ({parts}): unconfirmed.</source>
        <translation>首次见到进展（{parts}）：未确认。</translation>
    </message>
    <message>
        <source>Progression was unconfirmed since {when}.</source>
        <translation>自 {when} 起为未确认的进展。</translation>
    </message>
    <message>
        <source>It grew again: {first} to {second} mm ({mm} mm, the limit is +5 mm).</source>
        <translation>再次增大：{first} 至 {second} mm（{mm} mm，界限为 +5 mm）。</translation>
    </message>
    <message>
        <source>More new lesions: {lesions}.</source>
        <translation>出现更多新病灶：{lesions}。</translation>
    </message>
    <message>
        <source>The new lesions grew by {mm} mm; the limit is +5 mm.</source>
        <translation>新病灶增大 {mm} mm；界限为 +5 mm。</translation>
    </message>
    <message>
        <source>Progression in another part as well: {parts}.</source>
        <translation>另一部分也有进展：{parts}。</translation>
    </message>
    <message>
        <source>Neither further growth nor response since {when}: still unconfirmed.</source>
        <translation>自 {when} 起既无进一步增大也无缓解：仍未确认。</translation>
    </message>
    <message>
        <source>The interval fits: {days} d, within 4 to 8 weeks.</source>
        <translation>间隔符合：{days} 天，在 4 至 8 周之内。</translation>
    </message>
    <message>
        <source>{days} d lie between the two scans, more than 8 weeks.</source>
        <translation>两次影像相隔 {days} 天，超过 8 周。</translation>
    </message>
    <message>
        <source>It grew again {days} d after {when}. iRECIST confirms from 4 weeks on: is it confirmed?</source>
        <translation>在 {when} 之后 {days} 天再次增大。iRECIST 自 4 周起确认：是否确认？</translation>
    </message>
    <message>
        <source>Did the non-target disease grow further since {when}? Further growth confirms.</source>
        <translation>自 {when} 起非靶病灶是否进一步增大？进一步增大即为确认。</translation>
    </message>
    <message>
        <source>Did the new lesions that have no size grow since {when}? Any growth of them confirms.</source>
        <translation>自 {when} 起未测量大小的新病灶是否增大？任何增大即为确认。</translation>
    </message>
    <message>
        <source>On {when} there was no size of {lesions}, so that the sums cannot be compared. Did the sum grow by 5 mm since? Further growth confirms.</source>
        <translation>{when} 未测量 {lesions} 的大小，径线总和无法比较。此后总和是否增加 5 mm？进一步增大即为确认。</translation>
    </message>
    <message>
        <source>Progression was confirmed on {when}.</source>
        <translation>进展于 {when} 确认。</translation>
    </message>
    <message>
        <source>No scan is marked as baseline; the first measured one ({when}) is taken as such.</source>
        <translation>没有影像标为基线；以首次有测量的影像（{when}）为基线。</translation>
    </message>
    <message>
        <source>{count} targets at baseline ({when}); RECIST 1.1 takes at most 5 (section 4.1).</source>
        <translation>基线（{when}）有 {count} 个靶病灶；RECIST 1.1 最多 5 个（第 4.1 节）。</translation>
    </message>
    <message>
        <source>{count} targets in one organ ({organ}); RECIST 1.1 takes at most 2 (section 4.1).</source>
        <translation>同一器官（{organ}）有 {count} 个靶病灶；RECIST 1.1 最多 2 个（第 4.1 节）。</translation>
    </message>
    <message>
        <source>{lesion} is called new but was seen at baseline ({when}).</source>
        <translation>{lesion} 称为新病灶，但基线（{when}）时已见到。</translation>
    </message>
    <message>
        <source>{lesion} has no size at baseline ({when}): no response can be computed from it.</source>
        <translation>{lesion} 在基线（{when}）没有大小：无法由它计算疗效。</translation>
    </message>
    <message>
        <source>{lesion} is a target of {mm} mm at baseline; at least {least} mm is asked for.</source>
        <translation>{lesion} 为靶病灶，基线 {mm} mm；要求至少 {least} mm。</translation>
    </message>
    <message>
        <source>{lesion} is a target node of {mm} mm short axis at baseline; at least {least} mm is asked for.</source>
        <translation>{lesion} 为靶淋巴结，基线短径 {mm} mm；要求至少 {least} mm。</translation>
    </message>
    <message>
        <source>{lesion} lies in a lymph node, but nobody said that it is measured as one.</source>
        <translation>{lesion} 位于淋巴结，但未说明按淋巴结测量。</translation>
    </message>
    <message>
        <source>{lesion} is measured twice on {when}; neither is taken until one is corrected.</source>
        <translation>{lesion} 在 {when} 测量了两次；更正其一之前两者均不采用。</translation>
    </message>
    <message>
        <source>{lesion} has a size on {when}, but not the one that counts: short axis of a node, longest diameter of anything else.</source>
        <translation>{lesion} 在 {when} 有大小，但不是应采用的：淋巴结取短径，其他取最长径。</translation>
    </message>
    <message>
        <source>{lesion} of {when} is printed as “{printed}” and has no size in mm.</source>
        <translation>{lesion} 在 {when} 印为“{printed}”，没有以 mm 计的大小。</translation>
    </message>
    <message>
        <source>The order of the scans {first} and {second} is not certain: check nadir and change.</source>
        <translation>影像 {first} 与 {second} 的先后不确定：请核对最低值和变化。</translation>
    </message>
    <message>
        <source>The scan of {when} is read together with one of {other}, which is not recorded.</source>
        <translation>{when} 的影像与 {other} 的影像合并评估，但后者没有记录。</translation>
    </message>
    <message>
        <source>The scans of {when} and {other} are read together but lie more than 4 weeks apart.</source>
        <translation>{when} 与 {other} 的影像合并评估，但相隔超过 4 周。</translation>
    </message>
    <message>
        <source>The scan of {when} is assessed twice by {criteria}; the newer decision is shown.</source>
        <translation>{when} 的影像按 {criteria} 评价了两次；显示较新的判定。</translation>
    </message>
    <message>
        <source>A response by {criteria} of {when} lies before any scan. If a letter states it, record it as a statement.</source>
        <translation>{when} 按 {criteria} 的疗效早于任何影像。若由信件陈述，请记录为陈述。</translation>
    </message>
    <message>
        <source>It overlaps what the same laboratory and method have already: {ranges}. Nothing was stored. Record first when that one ended, or correct the dates.</source>
        <translation>它与同一实验室、同一方法已有的范围重叠：{ranges}。未存入任何内容。请先记录原范围的停用日期，或更正日期。</translation>
    </message>
    <message>
        <source>The laboratory or the method changed between the two results.</source>
        <translation>两次结果之间实验室或方法已变更。</translation>
    </message>
    <message>
        <source>One of the two results is no number.</source>
        <translation>两个结果中有一个不是数字。</translation>
    </message>
    <message>
        <source>One of the two results only states a limit.</source>
        <translation>两个结果中有一个只给出界限。</translation>
    </message>
    <message>
        <source>One of the two results is not above zero.</source>
        <translation>两个结果中有一个不大于零。</translation>
    </message>
    <message>
        <source>The two results are equal.</source>
        <translation>两个结果相等。</translation>
    </message>
    <message>
        <source>The days between the two samples are not known.</source>
        <translation>两次采样的具体日期不详。</translation>
    </message>
    <message>
        <source>The two samples may be less than {days} days apart, too close to tell.</source>
        <translation>两次采样可能相隔不到 {days} 天，过近而无法判断。</translation>
    </message>
    <message>
        <source>Exactly this is recorded on {date} already, in the chart or in a line above.</source>
        <translation>{date} 已记录了完全相同的内容，在病历中或在上面的行中。</translation>
    </message>
    <message>
        <source>Name the event: visit, given, held, a marker, CT, ae, surgery, rt, status …</source>
        <translation>请写事件名称：visit、given、held、标志物、CT、ae、surgery、rt、status …</translation>
    </message>
    <message>
        <source>“{text}” can be {words}. Type one more letter.</source>
        <translation>“{text}”可以是 {words}。请再输入一个字母。</translation>
    </message>
    <message>
        <source>“{text}” is no event of the old chart. A marker without a name here is typed as: marker, then its name, result and unit.</source>
        <translation>“{text}”不是旧病历的事件。没有名称的标志物请写：marker，然后写名称、结果和单位。</translation>
    </message>
    <message>
        <source>“{text}” does not say all. Write: {form}</source>
        <translation>“{text}”不完整。请写：{form}</translation>
    </message>
    <message>
        <source>There is no place for “{text}”. Write: {form}. Or name its field, like note: …</source>
        <translation>“{text}”没有对应位置。请写：{form}。或写明字段，如 note: …</translation>
    </message>
    <message>
        <source>There is no field “{name}”. There are: {fields}.</source>
        <translation>没有字段“{name}”。可用字段：{fields}。</translation>
    </message>
    <message>
        <source>“{name}” can be {fields}. Type one more letter.</source>
        <translation>“{name}”可以是 {fields}。请再输入一个字母。</translation>
    </message>
    <message>
        <source>{label} stands there twice; “{text}” is the second one.</source>
        <translation>{label} 出现两次；“{text}”是第二个。</translation>
    </message>
    <message>
        <source>“{text}” is no CTCAE term. To keep the words of the chart, write term: {text}</source>
        <translation>“{text}”不是 CTCAE 术语。要保留病历原词，请写 term: {text}</translation>
    </message>
    <message>
        <source>“{text}” can be several CTCAE terms: {terms}. Type more letters, or keep the words of the chart with term: {text}</source>
        <translation>“{text}”可以是多个 CTCAE 术语：{terms}。请再输入几个字母，或写 term: {text} 保留病历原词</translation>
    </message>
    <message>
        <source>“{term}” has no grade {grade} in CTCAE; it has {grades}.</source>
        <translation>“{term}”在 CTCAE 中没有 {grade} 级；其分级为 {grades}。</translation>
    </message>
    <message>
        <source>No line above says what the &quot; repeats. Write it out.</source>
        <translation>上面没有可供 &quot; 重复的行。请写全。</translation>
    </message>
    <message>
        <source>No course of this name was running on {date} (recorded: {courses}). Write the course in a line above, like: course | toripalimab; immunotherapy.</source>
        <translation>{date} 没有此名称的疗程（已记录：{courses}）。请在上一行写疗程，如：course | toripalimab; immunotherapy。</translation>
    </message>
    <message>
        <source>Several courses may have been running on {date}: {courses}. Name one of them.</source>
        <translation>{date} 可能有多个疗程：{courses}。请写明其一。</translation>
    </message>
    <message>
        <source>value as reported; assay; specimen</source>
        <translation>报告值; 方法; 标本</translation>
    </message>
    <message>
        <source>2.2 ng/mL (&lt;1.5); laboratory.  A &quot; for the unit repeats that of the line above</source>
        <translation>2.2 ng/mL (&lt;1.5); 实验室。单位处写 &quot; 表示同上一行</translation>
    </message>
    <message>
        <source>ecog 1; weight 58.2; bp 120/80; complaint …  (first letters do: e1; w58.2)</source>
        <translation>ecog 1; weight 58.2; bp 120/80; complaint … （可只写首字母：e1; w58.2）</translation>
    </message>
    <message>
        <source>240 mg, or &quot; as above; the course, where several run; lot: …  (empty = as planned)</source>
        <translation>240 mg，或 &quot; 同上; 有多个疗程时写明疗程; lot: … （留空 = 按计划）</translation>
    </message>
    <message>
        <source>reason: tox, lab, inf, pat, log, prog; in words</source>
        <translation>reason: tox、lab、inf、pat、log、prog; 文字说明</translation>
    </message>
    <message>
        <source>region; findings; conclusion: no ev, dis, sus, prog, stab, resp</source>
        <translation>部位; 所见; conclusion: no ev、dis、sus、prog、stab、resp</translation>
    </message>
    <message>
        <source>regimen; class: imm, chem, targ; stop: …; line: …</source>
        <translation>方案; class: imm、chem、targ; stop: …; line: …</translation>
    </message>
    <message>
        <source>CTCAE term by the beginnings of its words, grade; outcome; end: …; immune: yes</source>
        <translation>CTCAE 术语各词的开头, 分级; 转归; end: …; immune: yes</translation>
    </message>
    <message>
        <source>modality region; findings; conclusion</source>
        <translation>检查方式 部位; 所见; 结论</translation>
    </message>
    <message>
        <source>procedure; site; histology; size: …; margins: …</source>
        <translation>操作; 部位; 组织学; size: …; margins: …</translation>
    </message>
    <message>
        <source>procedure; site; histology; tissue: relapse</source>
        <translation>操作; 部位; 组织学; tissue: relapse</translation>
    </message>
    <message>
        <source>site 50.4 Gy/28; technique; end: …</source>
        <translation>部位 50.4 Gy/28; 技术; end: …</translation>
    </message>
    <message>
        <source>NED, CR, PR, stable, recurrent, progressive; basis</source>
        <translation>NED、CR、PR、stable、recurrent、progressive; 依据</translation>
    </message>
    <message>
        <source>CR, PR, SD, PD; criteria; decided by: …</source>
        <translation>CR、PR、SD、PD; 标准; decided by: …</translation>
    </message>
    <message>
        <source>about: irae, resp, surv; finding; stated by; in full</source>
        <translation>about: irae、resp、surv; 所述; 陈述人; 全文</translation>
    </message>
    <message>
        <source>what was proposed; accepted or declined; decided by; why</source>
        <translation>建议内容; accepted 或 declined; 决定人; 原因</translation>
    </message>
    <message>
        <source>active, transferred, lost, declined; reason</source>
        <translation>active、transferred、lost、declined; 原因</translation>
    </message>
    <message>
        <source>analyte, blank, result, blank, unit; laboratory</source>
        <translation>项目 空格 结果 空格 单位; 实验室</translation>
    </message>
    <message>
        <source>No survival can be counted: an index date or the last contact is missing.</source>
        <translation>无法计算生存：缺少起算日期或末次联系。</translation>
    </message>
    <message>
        <source>Nobody recorded whether the patient is alive.</source>
        <translation>未记录患者是否存活。</translation>
    </message>
    <message>
        <source>The patient died; the date is not recorded.</source>
        <translation>患者已死亡；未记录日期。</translation>
    </message>
    <message>
        <source>No stage is recorded.</source>
        <translation>未记录分期。</translation>
    </message>
    <message>
        <source>{regimen} is running without an interval in its plan.</source>
        <translation>{regimen} 正在进行，但计划中没有间隔。</translation>
    </message>
    <message>
        <source>{term} since {onset}: no end, no outcome and no news for more than {days} d.</source>
        <translation>{term} 自 {onset} 起：无结束、无转归，且超过 {days} 天没有消息。</translation>
    </message>
    <message>
        <source>{analyte}, results without a reference range: {n} ({laboratory}).</source>
        <translation>{analyte}：{n} 个结果没有参考范围（{laboratory}）。</translation>
    </message>
    <message>
        <source>{analyte}: “{unit}” is a unit the program does not know; other results are in {others}.</source>
        <translation>{analyte}：程序不认识单位“{unit}”；其他结果的单位为 {others}。</translation>
    </message>
    <message>
        <source>“{text}”: write the weekdays as Mo Tu We Th Fr Sa Su.</source>
        <translation>“{text}”：星期请写作 Mo Tu We Th Fr Sa Su。</translation>
    </message>
    <message>
        <source>A closed day needs a day, like 2024-12-24.</source>
        <translation>停诊日需要日期，如 2024-12-24。</translation>
    </message>
    <message>
        <source>The last day ({second}) lies before the first ({first}).</source>
        <translation>最后一天（{second}）早于第一天（{first}）。</translation>
    </message>
    <message>
        <source>Say how many days old the test may be.</source>
        <translation>请写明检验最多可有多少天。</translation>
    </message>
    <message>
        <source>The new day lies after the day of the answer.</source>
        <translation>新日期须晚于答复日期。</translation>
    </message>
    <message>
        <source>“{action}” has no new day.</source>
        <translation>“{action}”没有新日期。</translation>
    </message>
    <message>
        <source>A dose is given, skipped or stopped on its dose day, not closed on the list.</source>
        <translation>给药在其给药日给予、跳过或停药，不在列表上关闭。</translation>
    </message>
    <message>
        <source>Say which: analytes such as SCC, or modalities such as CT, MRI.</source>
        <translation>请写明：检验项目如 SCC，或检查方式如 CT、MRI。</translation>
    </message>
    <message>
        <source>Visits after the stop say for how many months: at least 12.</source>
        <translation>停药后随访须写明持续多少个月：至少 12 个月。</translation>
    </message>
    <message>
        <source>After the stop there are no cycles: use days, weeks or months.</source>
        <translation>停药后没有周期：请用天、周或月。</translation>
    </message>
    <message>
        <source>The end of the taper ({second}) lies before the start ({first}).</source>
        <translation>减量结束（{second}）早于开始（{first}）。</translation>
    </message>
    <message>
        <source>Target CR: every target is gone and every node is below 10 mm (sum {sum} mm).</source>
        <translation>靶病灶 CR：所有靶病灶消失，所有淋巴结小于 10 mm（总和 {sum} mm）。</translation>
    </message>
    <message>
        <source>Target PD: the sum is {percent} % and {mm} mm from the nadir of {nadir} mm; progression begins at +20 % and +5 mm.</source>
        <translation>靶病灶 PD：总和较最低值 {nadir} mm 变化 {percent} % 和 {mm} mm；进展自 +20 % 且 +5 mm 起。</translation>
    </message>
    <message>
        <source>Target PD: the sum is {mm} mm from a nadir of 0 mm; progression begins at +5 mm.</source>
        <translation>靶病灶 PD：总和较最低值 0 mm 变化 {mm} mm；进展自 +5 mm 起。</translation>
    </message>
    <message>
        <source>Target PD: the measured lesions alone are {percent} % and {mm} mm from the nadir of {nadir} mm, whatever the others are.</source>
        <translation>靶病灶 PD：仅已测量的病灶较最低值 {nadir} mm 即变化 {percent} % 和 {mm} mm，无论其他病灶如何。</translation>
    </message>
    <message>
        <source>Target PR: {percent} % from the baseline of {base} mm; response begins at −30 %.</source>
        <translation>靶病灶 PR：较基线 {base} mm 变化 {percent} %；缓解自 −30 % 起。</translation>
    </message>
    <message>
        <source>Target SD: {base} % from baseline, not above the nadir: neither PR nor PD.</source>
        <translation>靶病灶 SD：较基线 {base} %，未高于最低值：既非 PR 也非 PD。</translation>
    </message>
    <message>
        <source>Target SD: {base} % from baseline, {percent} % and {mm} mm from the nadir: neither PR nor PD.</source>
        <translation>靶病灶 SD：较基线 {base} %，较最低值 {percent} % 和 {mm} mm：既非 PR 也非 PD。</translation>
    </message>
    <message>
        <source>Target SD: {base} % from baseline; {percent} % from the nadir but only {mm} mm, so no PD.</source>
        <translation>靶病灶 SD：较基线 {base} %；较最低值 {percent} %，但只有 {mm} mm，故非 PD。</translation>
    </message>
    <message>
        <source>Target not evaluable: no size of {lesions}.</source>
        <translation>靶病灶无法评价：{lesions} 没有大小。</translation>
    </message>
    <message>
        <source>Target not evaluable: the sum at baseline is not complete.</source>
        <translation>靶病灶无法评价：基线总和不完整。</translation>
    </message>
    <message>
        <source>Non-target: unequivocal progression of {lesions}.</source>
        <translation>非靶病灶：{lesions} 明确进展。</translation>
    </message>
    <message>
        <source>Non-target: {lesions} not assessed.</source>
        <translation>非靶病灶：{lesions} 未评价。</translation>
    </message>
    <message>
        <source>Non-target: all gone.</source>
        <translation>非靶病灶：全部消失。</translation>
    </message>
    <message>
        <source>Non-target disease persists without progression: {lesions}.</source>
        <translation>非靶病灶持续存在，无进展：{lesions}。</translation>
    </message>
    <message>
        <source>New lesion {lesions}: progression whatever the sum.</source>
        <translation>新病灶 {lesions}：无论总和如何均为进展。</translation>
    </message>
    <message>
        <source>It was equivocal on {when}: the progression is dated to that day.</source>
        <translation>{when} 时该病灶尚不明确：进展日期按该日计。</translation>
    </message>
    <message>
        <source>Not evaluable: nothing is said of {lesions}, new on an earlier scan.</source>
        <translation>不可评价：此前影像出现的新病灶 {lesions} 本次未作评价。</translation>
    </message>
    <message>
        <source>Target CR, but non-target disease is not gone or not assessed: PR overall.</source>
        <translation>靶病灶 CR，但非靶病灶未消失或未评价：总体为 PR。</translation>
    </message>
    <message>
        <source>{lesions} came back after an assigned complete response: progression.</source>
        <translation>在判定完全缓解之后 {lesions} 再现：进展。</translation>
    </message>
    <message>
        <source>{lesions} came back. Had an overall complete response been assigned? If so, this is progression; if not, it is judged by the sum. Decide on the earlier scan.</source>
        <translation>{lesions} 再现。此前是否判定过总体完全缓解？若是则为进展；若否则按总和判断。请就较早的影像作出判定。</translation>
    </message>
    <message>
        <source>“{term}” is no term of CTCAE {version}. Choose one of the list, or leave the version empty and describe the severity in words.</source>
        <translation>“{term}”不是 CTCAE {version} 的术语。请从列表选择，或版本留空并用文字描述严重程度。</translation>
    </message>
    <message>
        <source>“{term}” has no grade {grade} in CTCAE {version}. Its grades: {grades}.</source>
        <translation>“{term}”在 CTCAE {version} 中没有 {grade} 级。其分级：{grades}。</translation>
    </message>
    <message>
        <source>“{unit}” is no unit that is known here.</source>
        <translation>“{unit}”不是这里认识的单位。</translation>
    </message>
    <message>
        <source>{analyte}: {unit} and {other} are units of unlike size; the results are kept apart.</source>
        <translation>{analyte}：{unit} 与 {other} 是大小不同的单位；结果分开保存。</translation>
    </message>
    <message>
        <source>{analyte}: {unit} ({one}) and {other} ({two}) measure unlike things; the results are kept apart.</source>
        <translation>{analyte}：{unit}（{one}）与 {other}（{two}）测量的不是同一类量；结果分开保存。</translation>
    </message>
    <message>
        <source>This system did not take the reminder: {command} said “{said}”. Nothing is scheduled. Have “tracker remind” started daily by other means, or leave the program open.</source>
        <translation>系统未接受该提醒：{command} 返回“{said}”。未安排任何任务。请以其他方式每日启动“tracker remind”，或保持程序打开。</translation>
    </message>
    <message>
        <source>The system still has the reminder; it said “{said}”. Its definition was removed, so that it ends when you log in again.</source>
        <translation>系统中仍有该提醒；它返回“{said}”。其定义已删除，您再次登录时即终止。</translation>
    </message>
    <message>
        <source>The holidays of “{country}” are not known. Write two letters such as CN or DE, or with the region such as DE-BY, or leave it empty.</source>
        <translation>不认识“{country}”的假日。请写两个字母如 CN 或 DE，或连同地区如 DE-BY，或留空。</translation>
    </message>
    <message>
        <source>Ca, not corrected for albumin,</source>
        <translation>Ca，未按白蛋白校正，</translation>
    </message>
    <message>
        <source>Ca {total} corrected for albumin {albumin} {unit}:</source>
        <translation>Ca {total}，按白蛋白 {albumin} {unit} 校正：</translation>
    </message>
    <message>
        <source>This is not asked for any more, or cannot be answered on the list. Nothing was saved. The list is brought up to date when it is opened again.</source>
        <translation>此项已不再要求，或不能在列表上答复。未保存任何内容。重新打开列表即可更新。</translation>
    </message>
    <message>
        <source>{kind} is only read, never written. Choose one of: {kinds}.</source>
        <translation>{kind}只能读取，不能写出。请选择：{kinds}。</translation>
    </message>
    <message>
        <source>Not in it: the lists of the clinic but the reference ranges (drugs, tests before a dose, open and closed days, words, accepted rule sets), files of documents, accounts and the audit trail. A backup holds everything.</source>
        <translation>其中不含：除参考范围外的机构清单（药物、给药前检验、开诊和停诊日、用语、已采纳的规则集）、文档文件、账户和审计记录。备份包含全部内容。</translation>
    </message>
    <message>
        <source>In it are only the results that count, without source, note and flag. A backup holds everything.</source>
        <translation>其中只有有效的检验结果，不含来源、备注和标记。备份包含全部内容。</translation>
    </message>
    <message>
        <source>There is no follow-up plan “{code}”.</source>
        <translation>没有随访计划“{code}”。</translation>
    </message>
    <message>
        <source>This course follows the plan “{title}” already. Nothing was added. Change its items instead.</source>
        <translation>该疗程已采用计划“{title}”。未添加任何内容。请改为修改其各项。</translation>
    </message>
    <message>
        <source>Say once where these lines are taken from, like: paper chart, p. 3.</source>
        <translation>请写明这些行的出处一次，如：纸质病历，第 3 页。</translation>
    </message>
    <message>
        <source>Nothing was entered, so there is nothing to save.</source>
        <translation>未填写任何内容，没有可保存的。</translation>
    </message>
    <message>
        <source>Due today: {n}.</source>
        <translation>今日到期：{n}。</translation>
    </message>
    <message>
        <source>Overdue: {n}.</source>
        <translation>逾期：{n}。</translation>
    </message>
    <message>
        <source>Fell due since the last reminder on {day}: {n}.</source>
        <translation>自上次提醒 {day} 以来到期：{n}。</translation>
    </message>
    <message>
        <source>Waiting without a day: {n}.</source>
        <translation>等待且无日期：{n}。</translation>
    </message>
    <message>
        <source>Nothing is due or overdue.</source>
        <translation>没有到期或逾期的事项。</translation>
    </message>
    <message>
        <source>As recorded on {day}.</source>
        <translation>依据 {day} 的记录。</translation>
    </message>
    <message>
        <source>Open the program: the counts for the reminder were last written on {day}, too long ago to say what is due.</source>
        <translation>请打开程序：提醒计数最后写于 {day}，过久而无法说明哪些到期。</translation>
    </message>
    <message>
        <source>Open the program: the counts for the reminder were written on {day}, which is after today ({today}). The clock of this computer or the file is wrong.</source>
        <translation>请打开程序：提醒计数写于 {day}，晚于今天（{today}）。本机时钟或该文件有误。</translation>
    </message>
    <message>
        <source>A second check is by another person than the one at work. Nothing is recorded.</source>
        <translation>第二人核对须由当前操作者以外的人完成。未记录任何内容。</translation>
    </message>
    <message>
        <source>{name} has to choose an own passphrase first: this one is known to others.</source>
        <translation>{name} 须先选择自己的口令：当前口令他人也知道。</translation>
    </message>
    <message>
        <source>The role “{role}” may not check a dose.</source>
        <translation>“{role}”角色不能核对剂量。</translation>
    </message>
    <message>
        <source>The two entries of this dose differ. Both look at the order again; nothing is recorded.</source>
        <translation>两次输入的剂量不一致。请两人重新查看医嘱；未记录任何内容。</translation>
    </message>
    <message>
        <source>There are no counts for the reminder in {folder}. What is due is not known: open the program, which writes them.</source>
        <translation>{folder} 中没有提醒计数。不知道哪些到期：请打开程序，由它写入。</translation>
    </message>
    <message>
        <source>The counts for the reminder in {file} cannot be read or are damaged. What is due is not known: open the program, which writes them again.</source>
        <translation>{file} 中的提醒计数无法读取或已损坏。不知道哪些到期：请打开程序，由它重新写入。</translation>
    </message>
    <message>
        <source>{n} wrong tries in a row. Nothing was opened or changed. Wait {seconds} s, then try again.</source>
        <translation>连续 {n} 次错误。未打开或更改任何内容。请等待 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>A follow-up record, not an order system. Not assessed or registered as a medical device in any country.</source>
        <translation>本程序是随访记录，不是医嘱系统。未在任何国家作为医疗器械评估或注册。</translation>
    </message>
    <message>
        <source>Calculations and rule hints are help for people who verify them. Each rule set stays off until the clinic has accepted it in writing, signed by name.</source>
        <translation>计算结果和规则提示仅供核对后参考。每套规则在科室书面接受并签名之前均处于关闭状态。</translation>
    </message>
    <message>
        <source>The records are encrypted. Encrypt the whole disk of this computer as well, and switch hibernation off: what is printed, exported or left in its memory is not in that file.</source>
        <translation>记录已加密。请同时对本机整个磁盘加密，并关闭休眠：打印、导出或留在内存中的内容不在该加密文件内。</translation>
    </message>
    <message>
        <source>Write the name of the person who accepts this for the clinic.</source>
        <translation>请填写代表科室接受者的姓名。</translation>
    </message>
    <message>
        <source>Choose the weekdays too: holidays alone do not say when the clinic is open.</source>
        <translation>请同时选择开诊日：仅有节假日不能说明科室何时开诊。</translation>
    </message>
    <message>
        <source>{folder} holds records already. They were not touched. Open them, or choose another folder.</source>
        <translation>{folder} 中已有记录，未作改动。请打开它们，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not there or cannot be written to. Choose a folder that is, or leave it empty for now.</source>
        <translation>{folder} 不存在或无法写入。请选择可写的文件夹，或暂时留空。</translation>
    </message>
    <message>
        <source>{folder} lies inside the folder of the records: whoever loses one loses both. Choose a second medium, or leave it empty for now.</source>
        <translation>{folder} 位于记录文件夹之内：丢失其一即丢失两者。请选择另一介质，或暂时留空。</translation>
    </message>
    <message>
        <source>{file} cannot be read, so nothing in it holds. Ask IT to correct it.</source>
        <translation>无法读取 {file}，其中的设置均不生效。请信息科更正。</translation>
    </message>
    <message>
        <source>{file}: “{what}” is not understood and does not hold. Ask IT to correct it.</source>
        <translation>{file}：无法识别“{what}”，该设置不生效。请信息科更正。</translation>
    </message>
    <message>
        <source>{folder} is on a network drive. A network drive can damage the file without a word, so no records are kept there; nothing was made. Choose a folder on the disk of this computer, and the network drive for backups.</source>
        <translation>{folder} 位于网络驱动器上。网络驱动器可能在无提示的情况下损坏文件，因此记录不保存在那里；未建立任何内容。请选择本机磁盘上的文件夹，网络驱动器可用于备份。</translation>
    </message>
    <message>
        <source>{folder} is copied to another place by a synchronising program. It can put an old copy in the place of the file, so no records are kept there; nothing was made. Choose a folder that is not synchronised.</source>
        <translation>{folder} 被同步程序复制到其他地方。它可能用旧副本替换文件，因此记录不保存在那里；未建立任何内容。请选择不同步的文件夹。</translation>
    </message>
    <message>
        <source>The records are kept in {folder}, which is on a network drive or is copied elsewhere by a synchronising program. The file can be damaged there without a word. Make a backup today and ask IT to restore it into a folder on the disk of this computer.</source>
        <translation>记录保存在 {folder}，它位于网络盘，或由同步程序复制到他处。文件可能在那里悄然损坏。请今天就做备份，并请 IT 人员将其恢复到本机磁盘的文件夹。</translation>
    </message>
    <message>
        <source>“{finding}” is not said of a {role} lesion.</source>
        <translation>“{finding}”不适用于{role}。</translation>
    </message>
    <message>
        <source>“{text}”: sizes are typed in millimetres, without a unit. Nothing is converted.</source>
        <translation>“{text}”：大小以毫米填写，不带单位。不做任何换算。</translation>
    </message>
    <message>
        <source>“{text}” is no size in mm and none of 0, ts, ne, p, pd, ?, m.</source>
        <translation>“{text}”不是以 mm 计的大小，也不是 0、ts、ne、p、pd、?、m 之一。</translation>
    </message>
    <message>
        <source>“{text}” is no size. A lesion that is gone is typed as 0.</source>
        <translation>“{text}”不是大小。消失的病灶请填 0。</translation>
    </message>
    <message>
        <source>Nothing is measured yet: type a size for a lesion.</source>
        <translation>尚无测量：请为一个病灶填写大小。</translation>
    </message>
    <message>
        <source>{lesion}: say whether it is a target or not.</source>
        <translation>{lesion}：请说明是否为靶病灶。</translation>
    </message>
    <message>
        <source>{lesion}: say whether it is a lymph node, which is measured by its short axis.</source>
        <translation>{lesion}：请说明是否为淋巴结（以短径测量）。</translation>
    </message>
    <message>
        <source>{lesion} has no size on this scan yet.</source>
        <translation>{lesion} 在此次影像上还没有大小。</translation>
    </message>
    <message>
        <source>A scan of {when} is already measured. Change that one instead.</source>
        <translation>{when} 的影像已有测量。请更改那一次。</translation>
    </message>
    <message>
        <source>The first measured scan is the baseline: mark it so, or enter the baseline first.</source>
        <translation>首次有测量的影像为基线：请如此标记，或先录入基线。</translation>
    </message>
    <message>
        <source>This lies before the first measured scan ({when}): mark it as baseline if it is.</source>
        <translation>此日期早于首次有测量的影像（{when}）：若为基线请标记。</translation>
    </message>
    <message>
        <source>{lesions}: targets are chosen at baseline; a lesion seen later is a new one.</source>
        <translation>{lesions}：靶病灶在基线选定；之后见到的病灶为新病灶。</translation>
    </message>
    <message>
        <source>{count} targets: RECIST 1.1 takes at most 5. Make the others non-target.</source>
        <translation>{count} 个靶病灶：RECIST 1.1 最多 5 个。请将其余设为非靶病灶。</translation>
    </message>
    <message>
        <source>{count} targets in one organ ({organ}): RECIST 1.1 takes at most 2. Make the others non-target.</source>
        <translation>同一器官（{organ}）{count} 个靶病灶：RECIST 1.1 最多 2 个。请将其余设为非靶病灶。</translation>
    </message>
    <message>
        <source>This scan is no longer there. Open the chart again.</source>
        <translation>此次影像已不存在。请重新打开病历。</translation>
    </message>
    <message>
        <source>There is no scan before this one in its series.</source>
        <translation>本系列中此前没有影像。</translation>
    </message>
    <message>
        <source>Neither scan has a known day, so that they cannot be read together.</source>
        <translation>两次影像均不知具体日期，不能合并评估。</translation>
    </message>
    <message>
        <source>Both scans were decided on. Mark one decision as entered in error first.</source>
        <translation>两次影像都已判定。请先将其中一个判定标记为误录。</translation>
    </message>
    <message>
        <source>This scan was already decided. Say why it is decided again.</source>
        <translation>此次影像已判定过。请说明为何重新判定。</translation>
    </message>
    <message>
        <source>The copy under the new key did not pass its checks. Nothing was changed. Try again, and tell IT.</source>
        <translation>新密钥下的副本未通过校验。未做任何更改。请重试，并告知 IT 人员。</translation>
    </message>
    <message>
        <source>The measured GFR of {rate} mL/min ({date}) is too old; an estimate was used.</source>
        <translation>实测 GFR {rate} mL/min（{date}）已过期；已用估算值。</translation>
    </message>
    <message>
        <source>Say in words what was found, or who left the check out and why.</source>
        <translation>请用文字写明所见，或由谁、为何略去该检查。</translation>
    </message>
    <message>
        <source>proposed by the program, to be accepted by the clinic</source>
        <translation>由程序建议，须经机构采纳</translation>
    </message>
    <message>
        <source>No font is installed on this computer, so that nothing could be read. Nothing was opened or changed. Ask IT to install fonts; on Debian and Ubuntu: apt-get install fonts-noto-core fonts-noto-cjk.</source>
        <translation>本机没有安装字体，无法显示文字。未打开或更改任何内容。请 IT 人员安装字体；Debian 和 Ubuntu：apt-get install fonts-noto-core fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>A chart is kept for {low} to {high} years. Nothing was changed.</source>
        <translation>病历保存年限应为 {low} 至 {high} 年。未作任何更改。</translation>
    </message>
    <message>
        <source>The hospital number is not the one of this chart. Nothing was erased. Compare it character by character.</source>
        <translation>住院号与本病历不符。未清除任何内容。请逐字核对。</translation>
    </message>
    <message>
        <source>The reason names the patient, and it would stay in the audit trail. Nothing was erased. Name the request instead, such as its date or file number.</source>
        <translation>原因中写有患者的姓名或号码，它会留在审计记录中。未清除任何内容。请改写申请的日期或文号。</translation>
    </message>
    <message>
        <source>A patient was erased on {day} by {by}; entries of the audit trail without content: {n}. Reason: {reason}</source>
        <translation>{day} 由 {by} 清除了一名患者：{n} 条审计记录已无内容。原因：{reason}</translation>
    </message>
    <message>
        <source>There is no backup in {folder}. Nothing was tried.</source>
        <translation>{folder} 中没有备份。未做任何尝试。</translation>
    </message>
    <message>
        <source>No damage was found in the file. Nothing was written. Export it as usual, so that the export stands in the audit trail.</source>
        <translation>文件未发现损坏。未写出任何内容。请按常规导出，以便导出记入审计记录。</translation>
    </message>
    <message>
        <source>Taken from a damaged database by {by} at {at}; not in its audit trail, into which nothing could be written.</source>
        <translation>由 {by} 于 {at} 从损坏的数据库中取出；未记入其审计记录，因为无法写入。</translation>
    </message>
    <message>
        <source>Patient {patient}: cannot be read; no record of this chart is here.</source>
        <translation>患者 {patient}：无法读取；此处没有该病历的任何记录。</translation>
    </message>
    <message>
        <source>Patient {mrn}: some or all records of these kinds cannot be read: {kinds}.</source>
        <translation>患者 {mrn}：以下类型的部分或全部记录无法读取：{kinds}。</translation>
    </message>
    <message>
        <source>The list of patients cannot be read to its end: there may be more patients.</source>
        <translation>患者列表无法读取到末尾：可能还有其他患者。</translation>
    </message>
    <message>
        <source>The reference ranges of the clinic cannot be read.</source>
        <translation>科室的参考范围无法读取。</translation>
    </message>
    <message>
        <source>Names, numbers, phone, day of birth, people of the clinic, laboratories, documents, sources, notes and every free text are left out.</source>
        <translation>姓名、号码、电话、出生日期、医护人员、检验机构、文档、来源、备注和一切自由文字均不导出。</translation>
    </message>
    <message>
        <source>A text is here only where it is exactly a word of a list of the program, or a code.</source>
        <translation>只有与程序列表中的词语完全一致的文字或代码才会导出。</translation>
    </message>
    <message>
        <source>A pseudonym holds for this file alone; the same patient has another one in the next file, and no list of them is kept.</source>
        <translation>假名仅用于本文件；同一患者在下一个文件中假名不同，且不保存对照表。</translation>
    </message>
    <message>
        <source>Dates are days since day_0 of the same patient, as [earliest, latest]; null = open. Days between two dates are as exact as they were recorded. Calendar months cannot be counted.</source>
        <translation>日期为距该患者 day_0 的天数，写作 [最早, 最晚]；null 表示未知端。两个日期之间的天数与记录时同样精确。无法计算日历月数。</translation>
    </message>
    <message>
        <source>A date known to the month is a range of 28 to 31 days, which tells something of the month.</source>
        <translation>只知道月份的日期为 28 至 31 天的范围，会透露一点月份信息。</translation>
    </message>
    <message>
        <source>Age is in completed years at day_0; from 90 on it is [90, null].</source>
        <translation>年龄为 day_0 时的周岁；90 岁及以上写作 [90, null]。</translation>
    </message>
    <message>
        <source>Records entered in error are left out, and so are charts entered in error.</source>
        <translation>标记为录入错误的记录和病历均不导出。</translation>
    </message>
    <message>
        <source>This is pseudonymised, not anonymous beyond doubt: a rare disease, a rare course or an unusual row of intervals can lead somebody who knows the patient back to him. Give it only to people who may have it, and do not join it with other data.</source>
        <translation>这是假名化，并非绝对匿名：罕见疾病、罕见病程或不寻常的间隔仍可能让认识患者的人认出。请只交给有权使用的人，不要与其他数据合并。</translation>
    </message>
    <message>
        <source>Name the day of the scan that this one is read together with.</source>
        <translation>请写明合并评估的那次影像的具体日期。</translation>
    </message>
    <message>
        <source>The backup {file} is another one than was looked into. Nothing was changed. Look into it again.</source>
        <translation>备份 {file} 与查看时不是同一文件。未作任何更改。请重新查看。</translation>
    </message>
    <message>
        <source>The end of the audit trail fits its seal. There is nothing to settle.</source>
        <translation>审计链末端与封存相符，没有需要了结的警告。</translation>
    </message>
    <message>
        <source>Say what was found: it stands in the audit trail beside the warning.</source>
        <translation>请写明查明的情况：它将与警告一起保留在审计链中。</translation>
    </message>
    <message>
        <source>Backup {file}, made {made}: whole and unchanged.</source>
        <translation>备份 {file}，制作于 {made}：完整且未被改动。</translation>
    </message>
    <message>
        <source>In it: patients {patients}, records {records}, schema {schema}.</source>
        <translation>其中有 {patients} 名患者、{records} 条记录，结构版本 {schema}。</translation>
    </message>
    <message>
        <source>Its newest entry: {at}, {by}, {action}.</source>
        <translation>其最新条目：{at}，{by}，{action}。</translation>
    </message>
    <message>
        <source>It opens with the passphrase of that day of {name} ({role}).</source>
        <translation>可用 {name}（{role}）当日的口令打开。</translation>
    </message>
    <message>
        <source>The folder holds no records: nothing is replaced.</source>
        <translation>该文件夹中没有病历：不会替换任何内容。</translation>
    </message>
    <message>
        <source>What is in the folder now cannot be compared: {why} It is set aside, not deleted.</source>
        <translation>文件夹中现有内容无法比较：{why} 现有文件将移到一旁，不会删除。</translation>
    </message>
    <message>
        <source>In the folder now: patients {patients}, records {records}, schema {schema}.</source>
        <translation>文件夹中现有：{patients} 名患者、{records} 条记录，结构版本 {schema}。</translation>
    </message>
    <message>
        <source>NOT IN THE BACKUP: entries of the audit trail, with what they changed: {n}; patients: {patients}. They are set aside with the present files, not deleted.</source>
        <translation>备份中没有：{n} 条审计条目及其更改的内容，以及 {patients} 名患者。它们随现有文件移到一旁，不会删除。</translation>
    </message>
    <message>
        <source>Nothing in the folder is newer than the backup.</source>
        <translation>文件夹中没有比备份更新的内容。</translation>
    </message>
    <message>
        <source>Patients who are not in the folder and come back, erased since, for example: {n}.</source>
        <translation>{n} 名现已不在文件夹中的患者将重新出现（例如此后已被清除者）。</translation>
    </message>
    <message>
        <source>Without access now, with access again: {users}.</source>
        <translation>现无权限、恢复后重获权限者：{users}。</translation>
    </message>
    <message>
        <source>Restored into {folder} at {at}.</source>
        <translation>于 {at} 恢复到 {folder}。</translation>
    </message>
    <message>
        <source>By {name} ({role}).</source>
        <translation>操作者：{name}（{role}）。</translation>
    </message>
    <message>
        <source>From {file}, SHA-256 {sha256}.</source>
        <translation>来自 {file}，SHA-256 {sha256}。</translation>
    </message>
    <message>
        <source>Checked in a copy before anything was exchanged: seal and digest of each file, every page, structure, references.</source>
        <translation>替换前已在副本中检查：每个文件的封签与摘要、每一页、结构、引用关系。</translation>
    </message>
    <message>
        <source>In the folder afterwards: patients {patients}, records {records}, schema {schema}.</source>
        <translation>恢复后文件夹中：{patients} 名患者、{records} 条记录，结构版本 {schema}。</translation>
    </message>
    <message>
        <source>Checked afterwards: pages, references, audit trail and every row are sound.</source>
        <translation>恢复后已检查：页面、引用关系、审计记录及每一行均完好。</translation>
    </message>
    <message>
        <source>Checked afterwards, findings: {n}.</source>
        <translation>恢复后检查：{n} 项发现。</translation>
    </message>
    <message>
        <source>A backup of the state before is {file}.</source>
        <translation>恢复前状态的备份：{file}。</translation>
    </message>
    <message>
        <source>The files of before are in {folder}.</source>
        <translation>恢复前的文件位于 {folder}。</translation>
    </message>
    <message>
        <source>No retiring was begun in {folder}.</source>
        <translation>{folder} 中没有已开始的停用操作。</translation>
    </message>
    <message>
        <source>CERTIFICATE: records of a clinic taken out of use on one computer</source>
        <translation>证明：本科室记录在一台电脑上停用</translation>
    </message>
    <message>
        <source>Begun, not finished.</source>
        <translation>已开始，尚未完成。</translation>
    </message>
    <message>
        <source>Clinic: {clinic}</source>
        <translation>科室：{clinic}</translation>
    </message>
    <message>
        <source>When: {at}</source>
        <translation>时间：{at}</translation>
    </message>
    <message>
        <source>By: {name} ({role}), who typed the passphrase again</source>
        <translation>执行人：{name}（{role}），已再次输入口令</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>文件夹：{folder}</translation>
    </message>
    <message>
        <source>Database: {id}, schema {schema}, charts: {n}</source>
        <translation>数据库：{id}，数据结构版本 {schema}，{n} 份病历</translation>
    </message>
    <message>
        <source>Last copy: none was made. Reason: {why}</source>
        <translation>最后备份：未制作。原因：{why}</translation>
    </message>
    <message>
        <source>Last copy: {file}, on another medium, restored as a trial and checked</source>
        <translation>最后备份：{file}，位于另一介质，已试恢复并核对</translation>
    </message>
    <message>
        <source>Last copy: {file}, on a medium that was not told, restored as a trial and checked</source>
        <translation>最后备份：{file}，所在介质无法判断，已试恢复并核对</translation>
    </message>
    <message>
        <source>  opens with the passphrases, as of today, of: {people}; and the recovery code</source>
        <translation>  可用以下人员今日的口令打开：{people}；也可用恢复码打开</translation>
    </message>
    <message>
        <source>Folders into which backups were made before. What lies there still opens with the passphrases and the recovery code of its day:</source>
        <translation>以前曾备份到以下文件夹。其中的备份仍可用当时的口令和恢复码打开：</translation>
    </message>
    <message>
        <source>Last entry of the audit trail: {code}</source>
        <translation>审计记录的最后一条：{code}</translation>
    </message>
    <message>
        <source>Database file: {size} bytes, SHA-256 {sha256}</source>
        <translation>数据库文件：{size} 字节，SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Overwritten once and removed, in this order: the keyring and its previous copy, the backups in this folder, the sealed head, counts and notes, the database, the documents.</source>
        <translation>已依次覆写一遍并删除：密钥文件及其前一份、本文件夹中的备份、封存的审计末端、计数和说明、数据库、文档。</translation>
    </message>
    <message>
        <source>Without the keyring nobody can read the database, not even with every passphrase and the recovery code.</source>
        <translation>没有密钥文件，任何人都无法读取数据库，即使有全部口令和恢复码也不行。</translation>
    </message>
    <message>
        <source>Flash disks, snapshots and backups of the whole disk keep old blocks that no program can reach: there a copy of the wrapped keys may remain, guarded by the passphrases. Where the disk was encrypted, destroy that key, too; else destroy the disk.</source>
        <translation>闪存盘、快照和整盘备份会保留任何程序都无法触及的旧数据块：其中可能仍有受口令保护的密钥副本。磁盘若已加密，请将其密钥一并销毁；否则请销毁磁盘。</translation>
    </message>
    <message>
        <source>Exports and printed pages are not found by this program.</source>
        <translation>本程序找不到已导出的文件和已打印的纸张。</translation>
    </message>
    <message>
        <source>Signature: ______________________________   Date: ______________</source>
        <translation>签名：______________________________   日期：______________</translation>
    </message>
    <message>
        <source>{place} lies in the folder that is destroyed. Nothing was destroyed. Choose another place.</source>
        <translation>{place} 位于将被销毁的文件夹内。未销毁任何内容。请另选位置。</translation>
    </message>
    <message>
        <source>There is a file {file} already. Nothing was destroyed. Choose another name.</source>
        <translation>文件 {file} 已存在。未销毁任何内容。请换一个名称。</translation>
    </message>
    <message>
        <source>Name a folder for the last copy, or say why none is needed: one of the two. Nothing was destroyed.</source>
        <translation>请指定最后一份备份的文件夹，或说明为何不需要，两者选一。未销毁任何内容。</translation>
    </message>
    <message>
        <source>Only an administrator with a passphrase of his own retires a computer, and never the demonstration. Nothing was destroyed.</source>
        <translation>只有持有本人口令的系统管理员可以停用电脑，且不能对演示数据操作。未销毁任何内容。</translation>
    </message>
    <message>
        <source>{folder} is on the same medium as the records. Nothing was destroyed; the backup is there. Choose a folder on another one.</source>
        <translation>{folder} 与病历在同一存储介质上。未销毁任何内容；备份已写在那里。请选择另一介质上的文件夹。</translation>
    </message>
    <message>
        <source>The copy {file} is not sound. Nothing was destroyed. Use another medium.</source>
        <translation>备份 {file} 未通过检查。未销毁任何内容。请换用其他介质。</translation>
    </message>
    <message>
        <source>Positive nodes: {positive}. Examined: {examined}. No more can be positive than were examined.</source>
        <translation>检出 {examined} 枚淋巴结，却有 {positive} 枚阳性。阳性数不能多于检出数。</translation>
    </message>
</context>
<context>
    <name>NewPatientFlow</name>
    <message>
        <source>another person than {numbers}</source>
        <translation>不是 {numbers} 的患者</translation>
    </message>
</context>
<context>
    <name>NodeStation</name>
    <message>
        <source>Procedure</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>淋巴结站</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>阳性数</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>检出数</translation>
    </message>
</context>
<context>
    <name>OldChart</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Source, if another</source>
        <translation>来源（如不同）</translation>
    </message>
    <message>
        <source>What will be stored</source>
        <translation>将存入的内容</translation>
    </message>
    <message>
        <source>Date of line {n}</source>
        <translation>第 {n} 行的日期</translation>
    </message>
    <message>
        <source>Event of line {n}</source>
        <translation>第 {n} 行的事件</translation>
    </message>
    <message>
        <source>Values of line {n}</source>
        <translation>第 {n} 行的内容</translation>
    </message>
    <message>
        <source>Source of line {n}</source>
        <translation>第 {n} 行的来源</translation>
    </message>
    <message>
        <source>of the course {regimen}</source>
        <translation>属于疗程 {regimen}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>备注：{text}</translation>
    </message>
</context>
<context>
    <name>OldChartDialog</name>
    <message>
        <source>Old chart</source>
        <translation>旧病历</translation>
    </message>
    <message>
        <source>Source of these lines</source>
        <translation>这些行的来源</translation>
    </message>
    <message>
        <source>for example: paper chart, p. 3</source>
        <translation>例如：纸质病历，第 3 页</translation>
    </message>
    <message>
        <source>Save all lines</source>
        <translation>保存所有行</translation>
    </message>
    <message>
        <source>Draft of {time} restored; nothing of it is saved yet.</source>
        <translation>已恢复 {time} 的草稿；其中内容均尚未保存。</translation>
    </message>
    <message>
        <source>Lines that can be stored: {n} of {total}</source>
        <translation>{total} 行中有 {n} 行可以存入</translation>
    </message>
    <message>
        <source>Nothing is typed yet</source>
        <translation>尚未输入任何内容</translation>
    </message>
    <message>
        <source>Events stored: {n}.</source>
        <translation>已存入 {n} 个事件。</translation>
    </message>
    <message>
        <source>Nothing is stored yet. Lines that need a look: {n}. Line {line}: {why}</source>
        <translation>尚未存入任何内容。{n} 行需要查看。第 {line} 行：{why}</translation>
    </message>
    <message>
        <source>Enter next box · Ctrl+D date of the line above · Ctrl+E the same, to change it · Ctrl+Del take the line away</source>
        <translation>Enter 下一格 · Ctrl+D 用上一行日期 · Ctrl+E 同上并可修改 · Ctrl+Del 删去该行</translation>
    </message>
    <message>
        <source>Close, keep as a draft</source>
        <translation>关闭，保留为草稿</translation>
    </message>
    <message>
        <source>Old chart: one line for each event</source>
        <translation>旧病历：每个事件一行</translation>
    </message>
</context>
<context>
    <name>OpenStep</name>
    <message>
        <source>Open records</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Choose the folder with tracker.db and keyring.json; it opens from now on.</source>
        <translation>请选择含有 tracker.db 和 keyring.json 的文件夹；以后都打开它。</translation>
    </message>
    <message>
        <source>Folder of the records</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>This folder holds no records. Nothing was changed.</source>
        <translation>此文件夹中没有记录。未作任何改动。</translation>
    </message>
</context>
<context>
    <name>OwnTab</name>
    <message>
        <source>Change my passphrase …</source>
        <translation>更改我的口令…</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>我的口令</translation>
    </message>
    <message>
        <source>Only you know it; nobody can read it back.</source>
        <translation>只有您知道；任何人都无法读回。</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>屏幕锁定</translation>
    </message>
    <message>
        <source>Ctrl+L blanks the window at once, and it blanks itself when nobody types or moves the mouse. Suspending the computer, or twelve hours, closes the records.</source>
        <translation>Ctrl+L 立即遮盖窗口；无人输入或移动鼠标时自动遮盖。计算机休眠或满十二小时则关闭记录。</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation>多久后自动锁定</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>A six-digit PIN may unlock the screen</source>
        <translation>可用六位 PIN 解锁屏幕</translation>
    </message>
    <message>
        <source>Keep these rules</source>
        <translation>保存这些规则</translation>
    </message>
    <message>
        <source>An administrator decides this for everybody.</source>
        <translation>由系统管理员为所有人决定。</translation>
    </message>
    <message>
        <source>Choose both first.</source>
        <translation>请先选择两项。</translation>
    </message>
    <message>
        <source>Kept; it holds from the next unlock on.</source>
        <translation>已保存；自下次解锁起生效。</translation>
    </message>
    <message>
        <source>The present one no longer opens anything afterwards.</source>
        <translation>此后当前口令不再有效。</translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation>您的口令已更改。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Dose day</source>
        <translation>给药日</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>选择口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>At least 15 characters; a few unrelated words are best.</source>
        <translation>至少 15 个字符；最好用几个互不相关的词。</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>Patient</name>
    <message>
        <source>Hospital number</source>
        <translation>住院号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Allergies asked</source>
        <translation>是否询问过敏</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏原</translation>
    </message>
    <message>
        <source>Vital status</source>
        <translation>生存状态</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>末次联系</translation>
    </message>
    <message>
        <source>Survival of a living patient counts to this date.</source>
        <translation>存活患者的生存时间计至此日。</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>死亡日期</translation>
    </message>
    <message>
        <source>Cause of death</source>
        <translation>死亡原因</translation>
    </message>
    <message>
        <source>Autoimmune disease</source>
        <translation>自身免疫性疾病</translation>
    </message>
    <message>
        <source>Hepatitis B</source>
        <translation>乙型肝炎</translation>
    </message>
    <message>
        <source>Hepatitis C</source>
        <translation>丙型肝炎</translation>
    </message>
    <message>
        <source>Tuberculosis</source>
        <translation>结核</translation>
    </message>
    <message>
        <source>Organ transplant</source>
        <translation>器官移植</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>吸烟</translation>
    </message>
    <message>
        <source>Obstetric history</source>
        <translation>孕产史</translation>
    </message>
    <message>
        <source>Past history</source>
        <translation>既往史</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>家族史</translation>
    </message>
    <message>
        <source>Previous therapy</source>
        <translation>既往治疗</translation>
    </message>
    <message>
        <source>Same person as</source>
        <translation>与之为同一人</translation>
    </message>
    <message>
        <source>Another chart of this person. Charts are linked, never joined.</source>
        <translation>此人的另一份病历。病历相互关联，从不合并。</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>No patient is open. Ctrl+K finds one.</source>
        <translation>没有打开患者。按 Ctrl+K 查找。</translation>
    </message>
    <message>
        <source>Opening the chart …</source>
        <translation>正在打开病历…</translation>
    </message>
    <message>
        <source>Lifeline</source>
        <translation>病程图</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>给药</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Markers &amp; labs</source>
        <translation>标志物与检验</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Old chart …</source>
        <translation>旧病历…</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export this chart</source>
        <translation>导出本病历</translation>
    </message>
    <message>
        <source>Records of this program (*.json)</source>
        <translation>本程序的记录 (*.json)</translation>
    </message>
    <message>
        <source>{file} holds this one chart. It is not encrypted: keep it as you keep a paper chart.</source>
        <translation>{file} 仅含本病历，未加密：请像保管纸质病历一样保管。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>This chart is no longer there.</source>
        <translation>此病历已不存在。</translation>
    </message>
    <message>
        <source>The chart could not be shown whole, so nothing of it is shown.</source>
        <translation>病历无法完整显示，因此完全不显示。</translation>
    </message>
</context>
<context>
    <name>PatientRow</name>
    <message>
        <source>name not known</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>held: recheck</source>
        <translation>已暂停：待复查</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>需询问</translation>
    </message>
    <message>
        <source>allergy, not named</source>
        <translation>有过敏，未注明</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>{regimen}, stopped {date}</source>
        <translation>{regimen}，{date} 停药</translation>
    </message>
    <message>
        <source>died {date}</source>
        <translation>{date} 死亡</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新建患者</translation>
    </message>
    <message>
        <source>Name, pinyin, initials or number</source>
        <translation>姓名、拼音、首字母或编号</translation>
    </message>
    <message>
        <source>Filter patients</source>
        <translation>筛选患者</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别、年龄</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>末次联系</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>{n} of {total} shown</source>
        <translation>显示 {n} / {total}</translation>
    </message>
    <message>
        <source>No patient matches “{typed}”. Nothing is hidden by another filter.</source>
        <translation>没有与“{typed}”相符的患者。没有被其他筛选隐藏的患者。</translation>
    </message>
    <message>
        <source>No patient is on file yet. Record the first one, or import a file.</source>
        <translation>还没有患者。请新建第一位，或导入文件。</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>You are the first administrator, who lets the others in.</source>
        <translation>您是第一位管理员，由您为其他人开通。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It stands beside everything you record.</source>
        <translation>它会显示在您录入的每条记录旁。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>At least 15 characters; a few unrelated words are best.</source>
        <translation>至少 15 个字符；几个互不相关的词最好。</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Your name is needed.</source>
        <translation>需要填写您的姓名。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>PhoneCall</name>
    <message>
        <source>Phone call</source>
        <translation>电话联系</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>谈话内容</translation>
    </message>
    <message>
        <source>Call back (+3, 1w or a date; empty = no)</source>
        <translation>回电（+3、1w 或日期；留空 = 不回电）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN for the screen</source>
        <translation>屏幕 PIN</translation>
    </message>
    <message>
        <source>Six digits that unlock this screen until the program is closed, twelve hours at most. They are kept nowhere and never open the records.</source>
        <translation>六位数字，在程序关闭前解锁此屏幕，最多十二小时。它不保存在任何地方，也从不打开记录。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再次输入 PIN</translation>
    </message>
    <message>
        <source>A PIN is six digits.</source>
        <translation>PIN 为六位数字。</translation>
    </message>
    <message>
        <source>This PIN is guessed first. Choose other digits.</source>
        <translation>这个 PIN 最先被猜到。请另选数字。</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>两次输入的 PIN 不一致。</translation>
    </message>
</context>
<context>
    <name>PlacesStep</name>
    <message>
        <source>Where it is kept</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>The records stay on this computer; their copies belong on a second medium.</source>
        <translation>记录留在这台计算机上；备份应放在另一介质上。</translation>
    </message>
    <message>
        <source>Folder of the records</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>On a disk of this computer: no network drive, no synchronised folder.</source>
        <translation>须在本机磁盘上：不可用网络驱动器或同步文件夹。</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Offered whenever you back up: a USB disk or the clinic&apos;s drive. Backups are encrypted. Empty: choose later.</source>
        <translation>每次备份时作为建议：U 盘或科室共享盘。备份是加密的。留空：以后再选。</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>A message of the desktop while the program is open: a count, never a name.</source>
        <translation>程序打开时在桌面显示消息：只有数量，没有姓名。</translation>
    </message>
    <message>
        <source>Choose a folder for the records.</source>
        <translation>请选择记录文件夹。</translation>
    </message>
</context>
<context>
    <name>PlanSegment</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>From date</source>
        <translation>自日期</translation>
    </message>
    <message>
        <source>First dose this interval runs from.</source>
        <translation>此间隔起算的第一次给药。</translation>
    </message>
    <message>
        <source>From cycle</source>
        <translation>自周期</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Days from one dose to the next; empty = a single dose.</source>
        <translation>两次给药之间的天数；留空 = 单次给药。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗</translation>
    </message>
    <message>
        <source>Days early or late that the clinic allows without asking; empty = none.</source>
        <translation>机构允许提前或推迟而不询问的天数；留空 = 无。</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Choose a plan …</source>
        <translation>选择计划…</translation>
    </message>
</context>
<context>
    <name>PlannedItem</name>
    <message>
        <source>Course</source>
        <translation>疗程</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一项</translation>
    </message>
    <message>
        <source>Analytes, all of them needed, or modalities, any of them; with commas between.</source>
        <translation>检验项目（全部需要），或检查方式（任一即可）；之间用逗号。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Empty = the start of the course; for visits after the stop, the stop.</source>
        <translation>留空 = 疗程开始；停药后随访则为停药日。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直至</translation>
    </message>
    <message>
        <source>Times in all</source>
        <translation>总次数</translation>
    </message>
    <message>
        <source>Empty = as long as the plan runs.</source>
        <translation>留空 = 计划进行期间。</translation>
    </message>
    <message>
        <source>Months after the stop</source>
        <translation>停药后月数</translation>
    </message>
    <message>
        <source>How long it goes on after the stop; empty = it ends there.</source>
        <translation>停药后持续多久；留空 = 停药即止。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name and version of the clinic&apos;s template it was taken from.</source>
        <translation>所采用的机构模板的名称和版本。</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>What the backup holds</source>
        <translation>备份内容</translation>
    </message>
    <message>
        <source>It was looked into; nothing has been changed yet.</source>
        <translation>已查看；尚未作任何更改。</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Summary as of {day}</source>
        <translation>截至 {day} 的摘要</translation>
    </message>
    <message>
        <source>allergy: {what}</source>
        <translation>过敏：{what}</translation>
    </message>
    <message>
        <source>Preview, not printed</source>
        <translation>预览，未打印</translation>
    </message>
    <message>
        <source>Printed {at} by {user}, {clinic} · version {v} · audit {code}</source>
        <translation>{user} 打印于 {at}，{clinic} · 版本 {v} · 审计 {code}</translation>
    </message>
    <message>
        <source>Calculated, verify. Completed calendar months; ranges where a day is unknown.</source>
        <translation>计算值，请核实。整月数；日期不详处为范围。</translation>
    </message>
    <message>
        <source>next due: {what}</source>
        <translation>下次到期：{what}</translation>
    </message>
    <message>
        <source>Lifeline as of {day}</source>
        <translation>截至 {day} 的病程图</translation>
    </message>
    <message>
        <source>Page 1 of 1</source>
        <translation>第 1 页，共 1 页</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Last given</source>
        <translation>末次给药</translation>
    </message>
    <message>
        <source>Before the dose</source>
        <translation>给药前</translation>
    </message>
    <message>
        <source>Notes by hand</source>
        <translation>手写备注</translation>
    </message>
    <message>
        <source>Day list, {day}</source>
        <translation>日程表，{day}</translation>
    </message>
    <message>
        <source>List from {first} to {last}</source>
        <translation>{first} 至 {last} 的列表</translation>
    </message>
    <message>
        <source>Nobody is due, held or unanswered.</source>
        <translation>没有到期、暂停或待答复的患者。</translation>
    </message>
    <message>
        <source>Nothing of the list is in this part.</source>
        <translation>名单中没有属于这一部分的条目。</translation>
    </message>
    <message>
        <source>{section}: {n}</source>
        <translation>{section}：{n}</translation>
    </message>
    <message>
        <source>{section}, continued</source>
        <translation>{section}（续）</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>第 {n} 页，共 {m} 页</translation>
    </message>
    <message>
        <source>{clinic} · lines: {n}</source>
        <translation>{clinic} · {n} 行</translation>
    </message>
    <message>
        <source>Not valid after {day}</source>
        <translation>{day} 之后无效</translation>
    </message>
    <message>
        <source>{clinic} · only “{part}”, lines: {n} of a list of {m}</source>
        <translation>{clinic} · 仅“{part}”：{n} 行（整个名单 {m} 行）</translation>
    </message>
    <message>
        <source>Printed {at} by {user} · version {version}</source>
        <translation>{user} 打印于 {at} · 版本 {version}</translation>
    </message>
    <message>
        <source>not in the audit trail</source>
        <translation>未写入审计记录</translation>
    </message>
    <message>
        <source>audit {code}</source>
        <translation>审计 {code}</translation>
    </message>
    <message>
        <source>A follow-up record, not an order. What was recorded later is not on it.</source>
        <translation>随访记录，不是医嘱。此后记录的内容不在其上。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cannot project</source>
        <translation>无法推算</translation>
    </message>
    <message>
        <source>Labs missing</source>
        <translation>缺检验</translation>
    </message>
    <message>
        <source>Scans due</source>
        <translation>影像到期</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>久未就诊</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>Left the list</source>
        <translation>已离开列表</translation>
    </message>
</context>
<context>
    <name>PrintListDialog</name>
    <message>
        <source>Print the list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>姓名全显</translation>
    </message>
    <message>
        <source>Names masked</source>
        <translation>姓名遮盖</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>第 {n} 页，共 {m} 页</translation>
    </message>
    <message>
        <source>Save the list as a PDF</source>
        <translation>将列表存为 PDF</translation>
    </message>
    <message>
        <source>{file} was written. It is not encrypted: keep it as you keep paper.</source>
        <translation>已写出 {file}。该文件未加密：请像保管纸质文件一样保管。</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the list as a PDF instead.</source>
        <translation>本机没有打印机。请改为将列表存为 PDF。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送往打印机。</translation>
    </message>
    <message>
        <source>The printer did not take the list. Save it as a PDF instead.</source>
        <translation>打印机未接受该列表。请改为存为 PDF。</translation>
    </message>
</context>
<context>
    <name>Procedure</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>组织学类型</translation>
    </message>
    <message>
        <source>Tissue proves</source>
        <translation>组织证实</translation>
    </message>
    <message>
        <source>Tumour size as stated</source>
        <translation>原文所述肿瘤大小</translation>
    </message>
    <message>
        <source>With its unit, for example 3.5 x 3.5 x 2.5 cm.</source>
        <translation>连同单位，例如 3.5 x 3.5 x 2.5 cm。</translation>
    </message>
    <message>
        <source>Invasion</source>
        <translation>浸润</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>切缘</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Defect of the program</source>
        <translation>程序缺陷</translation>
    </message>
    <message>
        <source>Something in the program went wrong. What was saved is safe; what was being done may not have been stored. Please note the time and tell your IT person.</source>
        <translation>程序出错。已保存的内容是安全的；正在进行的操作可能未保存。请记下时间并告知 IT 人员。</translation>
    </message>
</context>
<context>
    <name>QualityDialog</name>
    <message>
        <source>Quality list</source>
        <translation>质量清单</translation>
    </message>
    <message>
        <source>Reading the charts …</source>
        <translation>正在读取病历…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To check: {n}; charts read so far: {read} …</source>
        <translation>目前 {read} 份病历中有 {n} 项待核对…</translation>
    </message>
    <message>
        <source>To check: {n}; charts read: {read}. Enter opens the chart.</source>
        <translation>{read} 份病历中有 {n} 项待核对。按 Enter 打开病历。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
</context>
<context>
    <name>Radiotherapy</name>
    <message>
        <source>partly inferred, see the note</source>
        <translation>部分为推断，见备注</translation>
    </message>
    <message>
        <source>with {drug}: {certainty}</source>
        <translation>与 {drug} 同期：{certainty}</translation>
    </message>
    <message>
        <source>{gy} Gy in {n}</source>
        <translation>{gy} Gy，{n} 次</translation>
    </message>
    <message>
        <source>α/β {ratio}: EQD2 {eqd2}, BED {bed} Gy</source>
        <translation>α/β {ratio}：EQD2 {eqd2}，BED {bed} Gy</translation>
    </message>
    <message>
        <source>ended {date}</source>
        <translation>结束于 {date}</translation>
    </message>
    <message>
        <source>end not recorded, and none can be expected</source>
        <translation>未记录结束日期，也无法推算</translation>
    </message>
    <message>
        <source>end expected {date} without gaps</source>
        <translation>若无间断，预计 {date} 结束</translation>
    </message>
    <message>
        <source>{date} with the days closed: {days}</source>
        <translation>计入休诊日后为 {date}：{days}</translation>
    </message>
    <message>
        <source>Sum at {point}, as confirmed</source>
        <translation>{point} 处累加（已由人确认）</translation>
    </message>
    <message>
        <source>EQD2 {tumour} Gy (α/β 10), {late} Gy (α/β 3)</source>
        <translation>EQD2 {tumour} Gy（α/β 10），{late} Gy（α/β 3）</translation>
    </message>
    <message>
        <source>calculated, verify</source>
        <translation>计算值，请核实</translation>
    </message>
</context>
<context>
    <name>RadiotherapyPhase</name>
    <message>
        <source>Site</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Total dose</source>
        <translation>总剂量</translation>
    </message>
    <message>
        <source>Fractions</source>
        <translation>分割次数</translation>
    </message>
    <message>
        <source>Fractions per week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>加量</translation>
    </message>
    <message>
        <source>A simultaneous boost is instead of the course below it, never added to it.</source>
        <translation>同步加量代替其下的疗程，从不与之相加。</translation>
    </message>
    <message>
        <source>Boost of (site)</source>
        <translation>加量所属（部位）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Partly inferred</source>
        <translation>部分为推断</translation>
    </message>
    <message>
        <source>Yes when a number is not in the source; say which.</source>
        <translation>有数字不见于来源时填“是”，并写明是哪个。</translation>
    </message>
    <message>
        <source>Alpha/beta of its own</source>
        <translation>自定 α/β</translation>
    </message>
    <message>
        <source>Empty = 10 Gy for tumour and 3 Gy for late effects only.</source>
        <translation>留空 = 仅用肿瘤 10 Gy 和晚反应 3 Gy。</translation>
    </message>
    <message>
        <source>Dose point</source>
        <translation>剂量点</translation>
    </message>
    <message>
        <source>Phases that name the same point are summed as EQD2. Name it only when their plans confirm that they meet there.</source>
        <translation>写明同一剂量点的阶段以 EQD2 相加。只有计划证实剂量在该处相遇时才填写。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why, so that others can follow it later.</source>
        <translation>请说明原因，便于他人日后理解。</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Grade over time</source>
        <translation>分级变化</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Biomarker</source>
        <translation>生物标志物</translation>
    </message>
    <message>
        <source>Systemic course</source>
        <translation>全身治疗疗程</translation>
    </message>
    <message>
        <source>Drug of a regimen</source>
        <translation>方案中的药物</translation>
    </message>
    <message>
        <source>Plan segment</source>
        <translation>计划段</translation>
    </message>
    <message>
        <source>Dose event</source>
        <translation>给药事件</translation>
    </message>
    <message>
        <source>Doses in sum</source>
        <translation>合计给药</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Disease status</source>
        <translation>疾病状态</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Interview answer</source>
        <translation>询问答复</translation>
    </message>
    <message>
        <source>Answer of the gate</source>
        <translation>用药核查答复</translation>
    </message>
    <message>
        <source>Accepted rule set</source>
        <translation>已采纳的规则集</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>随访状态</translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Measured lesion</source>
        <translation>已测量病灶</translation>
    </message>
    <message>
        <source>Marker result</source>
        <translation>标志物结果</translation>
    </message>
    <message>
        <source>Reference range</source>
        <translation>参考范围</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Surgery or biopsy</source>
        <translation>手术或活检</translation>
    </message>
    <message>
        <source>Node station</source>
        <translation>淋巴结站</translation>
    </message>
    <message>
        <source>Radiotherapy phase</source>
        <translation>放疗阶段</translation>
    </message>
    <message>
        <source>Response assessment</source>
        <translation>疗效评价</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Record: {kind}</source>
        <translation>记录：{kind}</translation>
    </message>
    <message>
        <source>User account</source>
        <translation>用户账户</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>屏幕锁定</translation>
    </message>
    <message>
        <source>Clinic days</source>
        <translation>机构开诊日</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>停诊日</translation>
    </message>
    <message>
        <source>Test before a dose</source>
        <translation>给药前检验</translation>
    </message>
    <message>
        <source>Drug of the clinic</source>
        <translation>机构自定药物</translation>
    </message>
    <message>
        <source>Contact attempt</source>
        <translation>联系尝试</translation>
    </message>
    <message>
        <source>Answer to what was due</source>
        <translation>对到期事项的答复</translation>
    </message>
    <message>
        <source>Item of the follow-up plan</source>
        <translation>随访计划项</translation>
    </message>
    <message>
        <source>Second check</source>
        <translation>第二人核对</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Steroid or other immunosuppressant</source>
        <translation>糖皮质激素或其他免疫抑制剂</translation>
    </message>
    <message>
        <source>Word for an adverse event</source>
        <translation>不良事件用词</translation>
    </message>
    <message>
        <source>Check before the first dose</source>
        <translation>首次给药前检查</translation>
    </message>
    <message>
        <source>Measured GFR</source>
        <translation>实测 GFR</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This record was entered in error.</source>
        <translation>此记录为误录。</translation>
    </message>
    <message>
        <source>A record entered in error is no longer changed.</source>
        <translation>误录的记录不再更改。</translation>
    </message>
    <message>
        <source>Not saved. Please check the marked fields.</source>
        <translation>未保存。请检查标出的字段。</translation>
    </message>
    <message>
        <source>A change of a stored record needs a reason.</source>
        <translation>更改已存的记录需要说明原因。</translation>
    </message>
    <message>
        <source>Nothing was entered, so there is nothing to save.</source>
        <translation>未填写任何内容，没有可保存的。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>{kind}: entered in error</source>
        <translation>{kind}：误录</translation>
    </message>
    <message>
        <source>The record no longer counts. It stays readable, struck through.</source>
        <translation>该记录不再计入。仍可阅读，加删除线显示。</translation>
    </message>
    <message>
        <source>Mark as entered in error</source>
        <translation>标记为误录</translation>
    </message>
    <message>
        <source>Entered in error …</source>
        <translation>误录…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Sign …</source>
        <translation>签名…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard what was typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where this is taken from: letter, page, telephone, verbal.</source>
        <translation>出处：信件、页码、电话、口头。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{value} on {date}</source>
        <translation>{date} 为 {value}</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Please check: {fields}.</source>
        <translation>尚未保存。请检查：{fields}。</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{kind}: nothing is recorded yet.</source>
        <translation>{kind}：尚无记录。</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>{n} of {total} shown</source>
        <translation>显示 {n} / {total}</translation>
    </message>
    <message>
        <source>No row that is shown contains “{text}”.</source>
        <translation>显示的行中没有包含“{text}”的。</translation>
    </message>
    <message>
        <source>All rows were entered in error and are not shown.</source>
        <translation>所有行均为误录，未显示。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>加宽</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>变窄</translation>
    </message>
    <message>
        <source>Widths as needed</source>
        <translation>按需调整宽度</translation>
    </message>
    <message>
        <source>open to see</source>
        <translation>打开查看</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The code opens the records in place of an administrator, once; a new code is shown at once. Then give people new passphrases under Administration.</source>
        <translation>恢复码代替系统管理员打开记录，仅一次；随即显示新的恢复码。然后请在“管理”中为各人发放新口令。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Code from the sealed envelope</source>
        <translation>密封信封中的恢复码</translation>
    </message>
    <message>
        <source>Eight groups of four; blanks and hyphens do not matter.</source>
        <translation>八组，每组四个；空格和连字符无关紧要。</translation>
    </message>
    <message>
        <source>Type the code from the printed sheet.</source>
        <translation>请输入打印件上的恢复码。</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>If every passphrase is forgotten, only this code opens the records. It is shown once. Print or write it down, seal it in an envelope, and keep it apart from this computer.</source>
        <translation>若所有口令都忘记，只有此恢复码能打开记录。它只显示一次。请打印或抄写，密封在信封中，与本机分开存放。</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>我已抄在纸上</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Type its last four characters</source>
        <translation>输入其最后四个字符</translation>
    </message>
    <message>
        <source>{file} was written. Whoever has the file can open the records: print it, put the medium in the envelope, and leave no copy on this computer.</source>
        <translation>已写入 {file}。持有该文件者即可打开记录：请打印出来，把介质放入信封，不要在本机留下副本。</translation>
    </message>
    <message>
        <source>These are not its last four characters.</source>
        <translation>这不是最后四个字符。</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>This computer knows no printer. Write the code down, or save it as a PDF.</source>
        <translation>这台计算机没有打印机。请手写恢复码，或另存为 PDF。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>The printer did not take it. Write the code down instead.</source>
        <translation>打印机未能接收。请改为手写恢复码。</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Whoever has this code can open all records. It opens them if every passphrase is forgotten. Seal it in an envelope and keep it apart from the computer. It holds until a new one is shown.</source>
        <translation>持有此恢复码者可打开全部记录。所有口令都忘记时用它打开。请封入信封，与计算机分开保管。在显示新的恢复码之前一直有效。</translation>
    </message>
</context>
<context>
    <name>ReferenceRange</name>
    <message>
        <source>Analyte</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Empty = both.</source>
        <translation>留空 = 两性通用。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>In use from</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>2019-08 = from an unknown day of that month; empty = always so far.</source>
        <translation>2019-08 = 自该月某一未知日起；留空 = 一直沿用。</translation>
    </message>
    <message>
        <source>In use until</source>
        <translation>停用日期</translation>
    </message>
    <message>
        <source>The switch to the next range; empty = still in use.</source>
        <translation>切换到下一范围的日期；留空 = 仍在使用。</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>While the program is open</source>
        <translation>程序打开时</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Daily at</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Remind me daily</source>
        <translation>每天提醒我</translation>
    </message>
    <message>
        <source>Stop reminding</source>
        <translation>停止提醒</translation>
    </message>
    <message>
        <source>A message of the desktop once a day, and a number on the icon: how many lines of today&apos;s list wait. Counts only, never a name.</source>
        <translation>每天一条桌面消息，图标上显示数字：今日列表有多少行待办。只有数目，从无姓名。</translation>
    </message>
    <message>
        <source>This desktop shows no such messages; the list always does.</source>
        <translation>此桌面不显示这类消息；列表始终可见。</translation>
    </message>
    <message>
        <source>While the program is closed</source>
        <translation>程序关闭时</translation>
    </message>
    <message>
        <source>The system of this computer tells you daily how many are due, also after days off, from counts that the program leaves beside its encrypted file: no name, no number, no key. Counts older than 14 days are not told.</source>
        <translation>由本机系统每天告知到期数目，关机数日后也会补报；数据取自程序留在加密文件旁的计数：无姓名、无编号、无密钥。超过 14 天的计数不予告知。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The demonstration is thrown away; nobody is reminded of it.</source>
        <translation>演示结束即丢弃；不做提醒。</translation>
    </message>
    <message>
        <source>You are reminded daily.</source>
        <translation>每天提醒您。</translation>
    </message>
    <message>
        <source>Nobody is reminded.</source>
        <translation>不提醒任何人。</translation>
    </message>
    <message>
        <source>Last reminder {day}: {said}</source>
        <translation>上次提醒 {day}：{said}</translation>
    </message>
    <message>
        <source>Write the time of day like 08:00. Nothing was changed.</source>
        <translation>时刻请写作 08:00。未做任何更改。</translation>
    </message>
    <message>
        <source>You are reminded daily at {time}.</source>
        <translation>每天 {time} 提醒您。</translation>
    </message>
    <message>
        <source>The reminder was ended.</source>
        <translation>提醒已终止。</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Lines of today&apos;s list that wait: {n}.</source>
        <translation>今日列表有 {n} 行待办。</translation>
    </message>
    <message>
        <source>Follow-up Tracker</source>
        <translation>肿瘤免疫治疗随访</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This computer knows no printer. Print the file elsewhere.</source>
        <translation>这台计算机没有打印机。请在别处打印该文件。</translation>
    </message>
    <message>
        <source>The printer did not take it. Print the file elsewhere.</source>
        <translation>打印机未接受。请在别处打印该文件。</translation>
    </message>
</context>
<context>
    <name>RequiredTest</name>
    <message>
        <source>Test</source>
        <translation>检测项目</translation>
    </message>
    <message>
        <source>Code as on the dose-day sheet; AMY/LIP = one of them is enough.</source>
        <translation>代码同给药单；AMY/LIP = 其中一项即可。</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>The physician of the clinic, by name.</source>
        <translation>机构医师姓名。</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>What can still be read</source>
        <translation>仍可读取的内容</translation>
    </message>
    <message>
        <source>Reading the charts …</source>
        <translation>正在读取病历 …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Write it to a file …</source>
        <translation>写入文件 …</translation>
    </message>
    <message>
        <source>Lock, and restore a backup</source>
        <translation>锁定并恢复备份</translation>
    </message>
    <message>
        <source>Write what can be read</source>
        <translation>写出可读取的内容</translation>
    </message>
    <message>
        <source>Records of this program (*.json)</source>
        <translation>本程序的记录 (*.json)</translation>
    </message>
    <message>
        <source>Charts that can be read whole: {whole} of {all}; Enter opens one. A chart of which a part is missing is not shown: what is computed from it would be wrong. Nothing is repaired.</source>
        <translation>{all} 份病历中有 {whole} 份可完整读取；按 Enter 打开。缺失部分内容的病历不予显示，因为据此计算的结果会有错误。程序不做任何修复。</translation>
    </message>
    <message>
        <source>{file} was written, with each loss named in it. It is not encrypted: keep it as you keep a paper chart. It is not in the audit trail, for nothing is written into a damaged file.</source>
        <translation>已写出 {file}，其中列明每一项缺失。该文件未加密：请像保管纸质病历一样保管。此操作未记入审计记录，因为损坏的文件不再写入。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写出</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>in part; not readable: {kinds}</source>
        <translation>部分可读；无法读取：{kinds}</translation>
    </message>
</context>
<context>
    <name>Rescuing</name>
    <message>
        <source>The file is damaged: {what} Nothing can be saved any more. Enter nothing; close the program and restore the latest backup.</source>
        <translation>文件已损坏：{what} 不能再保存任何内容。请勿录入；关闭程序并恢复最近的备份。</translation>
    </message>
    <message>
        <source>What can still be read …</source>
        <translation>仍可读取的内容 …</translation>
    </message>
</context>
<context>
    <name>ResponseAssessment</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算结果</translation>
    </message>
    <message>
        <source>What the criteria gave when it was saved.</source>
        <translation>保存时按标准得出的结果。</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定结果</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Why not as computed</source>
        <translation>与计算不同的原因</translation>
    </message>
</context>
<context>
    <name>ResponseDialog</name>
    <message>
        <source>Decide on the response by {criteria}</source>
        <translation>按 {criteria} 判定疗效</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep the decision</source>
        <translation>保存判定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>请选择类别。</translation>
    </message>
</context>
<context>
    <name>Responses</name>
    <message>
        <source>computed {computed}, decided {decided}</source>
        <translation>计算 {computed}，判定 {decided}</translation>
    </message>
    <message>
        <source>{decided}, decided</source>
        <translation>判定 {decided}</translation>
    </message>
    <message>
        <source>{computed} computed, not decided</source>
        <translation>计算 {computed}，未判定</translation>
    </message>
    <message>
        <source>response to decide</source>
        <translation>疗效待判定</translation>
    </message>
    <message>
        <source>{criteria}, {date}: {verdict}</source>
        <translation>{criteria}，{date}：{verdict}</translation>
    </message>
    <message>
        <source>clinical benefit (CR, PR or SD of 6 weeks): {category}, {date}</source>
        <translation>临床获益（CR、PR 或 SD 满 6 周）：{category}，{date}</translation>
    </message>
    <message>
        <source>best: {category}, {date}, confirmed</source>
        <translation>最佳：{category}，{date}，已确认</translation>
    </message>
    <message>
        <source>best: {category}, {date}, not confirmed</source>
        <translation>最佳：{category}，{date}，未确认</translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Users and passphrases are those of the day of the backup.</source>
        <translation>用户和口令以备份当日为准。</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Folder of the records</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>On a disk of this computer: no network drive, no synchronised folder.</source>
        <translation>须在本机磁盘上：不可用网络驱动器或同步文件夹。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Of somebody who may restore.</source>
        <translation>须为有权恢复者的口令。</translation>
    </message>
    <message>
        <source>File, folder and passphrase are needed.</source>
        <translation>需要填写文件、文件夹和口令。</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Take this computer out of use</source>
        <translation>停用本电脑</translation>
    </message>
    <message>
        <source>A last backup is written to another medium and restored as a trial. Then the keys, the backups and the records in this folder are overwritten and removed, and the program ends. Afterwards nothing here opens them, with no passphrase and no recovery code. Flash disks keep old blocks: destroy the key of the disk encryption, too.</source>
        <translation>先在另一介质上写入最后一份备份并试恢复，然后覆盖并删除本文件夹中的密钥、备份和病历，程序随即结束。此后任何口令或恢复码都无法在此打开病历。闪存盘会保留旧数据块：请同时销毁磁盘加密的密钥。</translation>
    </message>
    <message>
        <source>Destroy the keys</source>
        <translation>销毁密钥</translation>
    </message>
    <message>
        <source>Folder for the last backup</source>
        <translation>最后一份备份的文件夹</translation>
    </message>
    <message>
        <source>Or why none is needed</source>
        <translation>或不需要备份的原因</translation>
    </message>
    <message>
        <source>File of the certificate</source>
        <translation>证明文件</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>您本人的口令</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Name a file for the certificate, and type your passphrase.</source>
        <translation>请指定证明文件，并输入您的口令。</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>sorted, last one first</source>
        <translation>已排序，末项在前</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>已排序</translation>
    </message>
</context>
<context>
    <name>RuleAcceptance</name>
    <message>
        <source>Rule set</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Oncologist</source>
        <translation>肿瘤科医师</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Gate: {word}, {counted}</source>
        <translation>用药核查：{word}，{counted}</translation>
    </message>
    <message>
        <source>Accepted by (oncologist of this clinic)</source>
        <translation>采纳人（本机构肿瘤科医师）</translation>
    </message>
    <message>
        <source>Accept this set</source>
        <translation>采纳此规则集</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rule sets</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>{source}, version {version}</source>
        <translation>{source}，版本 {version}</translation>
    </message>
    <message>
        <source>{where}; {classes}; rules: {n}</source>
        <translation>{where}；{classes}；{n} 条规则</translation>
    </message>
    <message>
        <source>None is in force: the gate asks.</source>
        <translation>没有规则集生效：用药核查会逐项询问。</translation>
    </message>
    <message>
        <source>In force: {source}, accepted by {who} on {day}</source>
        <translation>生效中：{source}，{who} 于 {day} 采纳</translation>
    </message>
    <message>
        <source>Choose one of the sets.</source>
        <translation>请选择一个规则集。</translation>
    </message>
    <message>
        <source>switched off by {user}</source>
        <translation>由 {user} 停用</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Baseline: choose targets here</source>
        <translation>基线：在此选择靶病灶</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Save scan</source>
        <translation>保存影像</translation>
    </message>
    <message>
        <source>One more lesion</source>
        <translation>再加一个病灶</translation>
    </message>
    <message>
        <source>Not saved; everything typed is still here.</source>
        <translation>未保存；已输入的内容都还在。</translation>
    </message>
    <message>
        <source>Esc once more throws away what was typed on this scan.</source>
        <translation>再按一次 Esc 将放弃此次影像已输入的内容。</translation>
    </message>
    <message>
        <source>Change this scan</source>
        <translation>更改此次影像</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>首次影像</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新的评价</translation>
    </message>
    <message>
        <source>Sizes in mm: 12, or 12+9 for a lesion that split. 0 absent, ts too small, ne not evaluable, p present, pd progressed, ? equivocal, m merged.</source>
        <translation>大小以 mm 计：12，分裂的病灶写 12+9。0 消失，ts 过小，ne 无法评价，p 存在，pd 进展，? 可疑，m 融合。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ScreenLock</name>
    <message>
        <source>PIN for the screen</source>
        <translation>屏幕 PIN</translation>
    </message>
    <message>
        <source>The clinic does not allow a PIN. An administrator decides: Admin.</source>
        <translation>机构不允许 PIN。由系统管理员在“管理”中决定。</translation>
    </message>
</context>
<context>
    <name>ScreenLockDialog</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>{person} is at work. What was open stays open and is covered.</source>
        <translation>{person} 正在使用。打开的内容保持打开并被遮盖。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Passphrase or PIN</source>
        <translation>口令或 PIN</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Somebody else …</source>
        <translation>换人…</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>请输入您的口令。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find patient: name, pinyin, initials or number</source>
        <translation>查找患者：姓名、拼音、首字母或编号</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>找到的患者</translation>
    </message>
    <message>
        <source>No patient fits</source>
        <translation>没有相符的患者</translation>
    </message>
</context>
<context>
    <name>SecondCheck</name>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Dose entered anew</source>
        <translation>重新输入的剂量</translation>
    </message>
    <message>
        <source>Checked at</source>
        <translation>核对时间</translation>
    </message>
    <message>
        <source>Instant with its offset from UTC.</source>
        <translation>带 UTC 时差的时刻。</translation>
    </message>
    <message>
        <source>Second check of the dose</source>
        <translation>剂量的第二人核对</translation>
    </message>
    <message>
        <source>Name of the second account</source>
        <translation>第二账户的姓名</translation>
    </message>
    <message>
        <source>Read the order yourself and enter what it says. The entry of {user} is not shown.</source>
        <translation>请您自己查看医嘱并输入其内容。不显示 {user} 的输入。</translation>
    </message>
    <message>
        <source>Passphrase of it</source>
        <translation>其口令</translation>
    </message>
    <message>
        <source>Dose of {drug}, with its unit</source>
        <translation>{drug} 的剂量，连同单位</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>F2 shows what is typed</source>
        <translation>按 F2 显示输入内容</translation>
    </message>
</context>
<context>
    <name>SeriesChooser</name>
    <message>
        <source>Series  [ ]</source>
        <translation>系列  [ ]</translation>
    </message>
    <message>
        <source>from {baseline}</source>
        <translation>自 {baseline}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Working date {day}</source>
        <translation>工作日期 {day}</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>The clock of this computer was set back from {before} to {now}. Check the date before you record anything.</source>
        <translation>本机时钟从 {before} 拨回到 {now}。记录之前请核对日期。</translation>
    </message>
    <message>
        <source>The records were last used on {used}, and the clock of this computer says {now}. Check the date before you record anything.</source>
        <translation>记录上次使用于 {used}，而本机时钟显示 {now}。录入前请先核对日期。</translation>
    </message>
    <message>
        <source>Months are completed months; a range where a day is unknown</source>
        <translation>月数为整月数；日期不详处为范围</translation>
    </message>
    <message>
        <source>Demonstration: a published case and synthetic patients, thrown away at the end. Never enter a real patient here.</source>
        <translation>演示：一例已发表病例和合成患者，结束时丢弃。切勿在此录入真实患者。</translation>
    </message>
    <message>
        <source>Read only: nothing can be saved.</source>
        <translation>只读：不能保存任何内容。</translation>
    </message>
    <message>
        <source>The end of the audit trail does not fit its seal: Data, Check the file.</source>
        <translation>审计链末端与封存记录不符：数据、检查文件。</translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message>
        <source>{meaning}: {name} ({role}), {at}</source>
        <translation>{meaning}：{name}（{role}），{at}</translation>
    </message>
    <message>
        <source>{signature} – signature void: changed since</source>
        <translation>{signature} – 签名无效：此后已更改</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the visit</source>
        <translation>签署随访</translation>
    </message>
    <message>
        <source>Sign the chart</source>
        <translation>签署病历</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>You sign what is recorded now. A later change makes the signature void.</source>
        <translation>您签署的是现在所记录的内容。此后的更改使签名失效。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Passphrase of {name}</source>
        <translation>{name} 的口令</translation>
    </message>
    <message>
        <source>Choose what it means and type your passphrase.</source>
        <translation>请选择含义并输入您的口令。</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>Signed visit</source>
        <translation>所签随访</translation>
    </message>
    <message>
        <source>Id of the visit; empty when the whole chart was signed.</source>
        <translation>随访的标识；签署整份病历时为空。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签名时间</translation>
    </message>
    <message>
        <source>Instant with its offset from UTC.</source>
        <translation>带 UTC 时差的时刻。</translation>
    </message>
    <message>
        <source>SHA-256 of what was signed</source>
        <translation>所签内容的 SHA-256</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>分期日期</translation>
    </message>
    <message>
        <source>System</source>
        <translation>分期系统</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The settings of this computer (language, theme, tables) could not be read; the usual ones are used. A copy of the file is {file}. The records are not concerned.</source>
        <translation>无法读取本机设置（语言、主题、表格）；采用通常设置。文件副本为 {file}。与病历记录无关。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read or written by this account; what you choose holds until the program ends. The records are not concerned. Ask IT for the right to write there.</source>
        <translation>此账户不能读写 {file} 中的设置；您的选择在程序结束前有效。与病历记录无关。请向 IT 人员申请写入权限。</translation>
    </message>
    <message>
        <source>No font with Chinese characters is installed: Chinese names are shown as boxes. Ask IT to install one; on Debian and Ubuntu: apt-get install fonts-noto-cjk.</source>
        <translation>没有安装含汉字的字体：中文姓名显示为方框。请 IT 人员安装；Debian 和 Ubuntu：apt-get install fonts-noto-cjk。</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所述结果</translation>
    </message>
    <message>
        <source>In one word where there is one: CR, none, alive.</source>
        <translation>尽量用一个词：CR、无、存活。</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>True at</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Empty when the statement is undated.</source>
        <translation>陈述无日期时留空。</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>陈述人</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {field}</source>
        <translation>选择：{field}</translation>
    </message>
</context>
<context>
    <name>SteroidCourse</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>药物</translation>
    </message>
    <message>
        <source>Highest dose a day</source>
        <translation>每日最高剂量</translation>
    </message>
    <message>
        <source>60 mg or 1 mg/kg; empty when not stated.</source>
        <translation>60 mg 或 1 mg/kg；未说明时留空。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End of taper</source>
        <translation>减量结束</translation>
    </message>
    <message>
        <source>Empty while it is still taken.</source>
        <translation>仍在使用时留空。</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Responses and toxicity</source>
        <translation>疗效与毒性</translation>
    </message>
    <message>
        <source>Signatures and sources</source>
        <translation>签名与来源</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>无记录</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>{n} 线</translation>
    </message>
    <message>
        <source>cycles reported: {n}</source>
        <translation>报告 {n} 个周期</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>自 {start}</translation>
    </message>
    <message>
        <source>{start} to {stop}</source>
        <translation>{start} 至 {stop}</translation>
    </message>
    <message>
        <source>{drug} stopped {date}</source>
        <translation>{drug} 已于 {date} 停用</translation>
    </message>
    <message>
        <source>{date}: {site} {gy} Gy / {n}, EQD2 {eqd2} Gy (α/β 10)</source>
        <translation>{date}：{site} {gy} Gy / {n}，EQD2 {eqd2} Gy（α/β 10）</translation>
    </message>
    <message>
        <source>{finding}, stated by {who}, {date}</source>
        <translation>{finding}，{who}所述，{date}</translation>
    </message>
    <message>
        <source>{date}: decided {decided}, computed {computed} ({criteria})</source>
        <translation>{date}：判定 {decided}，计算 {computed}（{criteria}）</translation>
    </message>
    <message>
        <source>{date}: computed {computed}, not decided ({criteria})</source>
        <translation>{date}：计算 {computed}，未判定（{criteria}）</translation>
    </message>
    <message>
        <source>censored: {end}</source>
        <translation>删失：{end}</translation>
    </message>
    <message>
        <source>{name} from {index}: {days} = {months} months ({how})</source>
        <translation>{name}，自{index}：{days} = {months} 个月（{how}）</translation>
    </message>
    <message>
        <source>records: {n}</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <source>other sources ({n})</source>
        <translation>其他来源（{n}）</translation>
    </message>
    <message>
        <source>entered here, no source named ({n})</source>
        <translation>在此录入，未注明来源（{n}）</translation>
    </message>
    <message>
        <source>and {n} more in the chart</source>
        <translation>病历中另有 {n} 项</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Copy in English</source>
        <translation>复制英文</translation>
    </message>
    <message>
        <source>Copy in Chinese</source>
        <translation>复制中文</translation>
    </message>
    <message>
        <source>Sign …</source>
        <translation>签名…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF 页面（*.pdf）</translation>
    </message>
    <message>
        <source>{file} was written; it is not encrypted</source>
        <translation>已写出 {file}；该文件未加密</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the page as a PDF instead.</source>
        <translation>这台计算机没有打印机。请改为将此页保存为 PDF。</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>The printer could not be reached; nothing was printed.</source>
        <translation>无法连接打印机；未打印任何内容。</translation>
    </message>
    <message>
        <source>copied; the clipboard is not encrypted</source>
        <translation>已复制；剪贴板未加密</translation>
    </message>
</context>
<context>
    <name>TermSynonym</name>
    <message>
        <source>Word of the clinic</source>
        <translation>机构用词</translation>
    </message>
    <message>
        <source>CTCAE term</source>
        <translation>CTCAE 术语</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Day list</source>
        <translation>日程表</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>The list is longer: show all of it</source>
        <translation>列表较长：全部显示</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>dose day</source>
        <translation>给药日</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>done, put off, promised …</source>
        <translation>已完成、已延后、已承诺…</translation>
    </message>
    <message>
        <source>call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>No line of this day is in this state; lines in all: {n}.</source>
        <translation>这一天的 {n} 行中没有处于该状态的。</translation>
    </message>
    <message>
        <source>Nobody is due, held or unanswered on this day. Ctrl+K finds a patient.</source>
        <translation>这一天没有到期、暂停或待答复的患者。按 Ctrl+K 查找患者。</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>The records on this computer are encrypted.</source>
        <translation>本机上的记录已加密。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>恢复备份 …</translation>
    </message>
    <message>
        <source>Recovery code …</source>
        <translation>恢复码…</translation>
    </message>
    <message>
        <source>Type your name and your passphrase.</source>
        <translation>请输入您的姓名和口令。</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>请输入您的口令。</translation>
    </message>
</context>
<context>
    <name>UserReminder</name>
    <message>
        <source>What to do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Again every</source>
        <translation>每隔多久重复</translation>
    </message>
    <message>
        <source>Empty = once.</source>
        <translation>留空 = 一次。</translation>
    </message>
    <message>
        <source>Times in all</source>
        <translation>总次数</translation>
    </message>
    <message>
        <source>Empty = until it is closed.</source>
        <translation>留空 = 直至关闭。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭日期</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>关闭原因</translation>
    </message>
</context>
<context>
    <name>UsersTab</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Add a user …</source>
        <translation>新增用户…</translation>
    </message>
    <message>
        <source>New passphrase …</source>
        <translation>新口令…</translation>
    </message>
    <message>
        <source>Change role …</source>
        <translation>更改角色…</translation>
    </message>
    <message>
        <source>Disable …</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Leaves the clinic …</source>
        <translation>离开机构…</translation>
    </message>
    <message>
        <source>Another administrator can change your own account.</source>
        <translation>您自己的账户可由另一名系统管理员更改。</translation>
    </message>
    <message>
        <source>This person has no access already.</source>
        <translation>此人已没有访问权限。</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>新增用户</translation>
    </message>
    <message>
        <source>The person gets a passphrase for one use, shown once, and chooses another one at the first unlock.</source>
        <translation>此人获得仅显示一次的一次性口令，并在首次解锁时另选口令。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>{name} gets a new passphrase for one use; the present one no longer opens anything. An account that was disabled works again.</source>
        <translation>{name} 获得新的一次性口令；当前口令不再有效。已停用的账户恢复使用。</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Another role for {name}</source>
        <translation>{name} 的新角色</translation>
    </message>
    <message>
        <source>It holds from the next unlock on.</source>
        <translation>自下次解锁起生效。</translation>
    </message>
    <message>
        <source>Disable {name}</source>
        <translation>停用 {name}</translation>
    </message>
    <message>
        <source>The passphrase no longer opens anything. The name stays in the audit trail.</source>
        <translation>该口令不再有效。姓名保留在审计记录中。</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{name} leaves the clinic</source>
        <translation>{name} 离开机构</translation>
    </message>
    <message>
        <source>The data key is changed, so that copies the person may have opened no longer lead into the records. Everybody else gets a passphrase for one use, and there is a new recovery code. A backup is made first.</source>
        <translation>将更换数据密钥，使此人可能打开过的副本不再通向记录。其他人各得一个一次性口令，并有新的恢复码。先做备份。</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Recovery code: {code}</source>
        <translation>恢复码：{code}</translation>
    </message>
    <message>
        <source>Backups that an old copy of the keys still opens:</source>
        <translation>旧密钥副本仍可打开的备份：</translation>
    </message>
    <message>
        <source>The data key was changed</source>
        <translation>数据密钥已更换</translation>
    </message>
    <message>
        <source>Write all of it down now: it is shown once. The old recovery code opens nothing any more; seal the new one. Each passphrase is for one use.</source>
        <translation>请立即全部抄下：只显示一次。旧恢复码不再有效；请密封新的恢复码。每个口令只能使用一次。</translation>
    </message>
    <message>
        <source>Passphrase for one use</source>
        <translation>一次性口令</translation>
    </message>
    <message>
        <source>Give it to {name}, on paper or by word of mouth. It is shown once and kept nowhere; it must be changed at the first unlock.</source>
        <translation>请将它书面或口头交给 {name}。它只显示一次，不保存在任何地方；首次解锁时必须更改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>your own account</source>
        <translation>您自己的账户</translation>
    </message>
    <message>
        <source>chosen by the person</source>
        <translation>由本人选择</translation>
    </message>
    <message>
        <source>none: no access</source>
        <translation>无：没有访问权限</translation>
    </message>
    <message>
        <source>for one use, not changed yet</source>
        <translation>一次性，尚未更改</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>ECOG</source>
        <translation>ECOG</translation>
    </message>
    <message>
        <source>Performance status 0 to 5 (Oken 1982).</source>
        <translation>体力状态 0 至 5（Oken 1982）。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Systolic pressure</source>
        <translation>收缩压</translation>
    </message>
    <message>
        <source>Diastolic pressure</source>
        <translation>舒张压</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>SpO2</source>
        <translation>SpO2</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>Asked for immune-related events</source>
        <translation>是否询问免疫相关事件</translation>
    </message>
    <message>
        <source>What was found is recorded as an adverse event.</source>
        <translation>发现的情况记录为不良事件。</translation>
    </message>
    <message>
        <source>Steroid today (drug, mg per day)</source>
        <translation>今日糖皮质激素（药物，每日 mg）</translation>
    </message>
    <message>
        <source>New medicines</source>
        <translation>新增药物</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>No records are on this computer yet, and nothing leaves it.</source>
        <translation>这台计算机上还没有记录，任何内容都不会离开它。</translation>
    </message>
    <message>
        <source>The records in {folder} cannot be reached: close this, connect their disk, and start again.</source>
        <translation>无法访问 {folder} 中的记录：请关闭本窗口，接好其所在磁盘后重新启动。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>New clinic</source>
        <translation>新建科室</translation>
    </message>
    <message>
        <source>Makes an encrypted file, in five steps.</source>
        <translation>分五步建立一个加密文件。</translation>
    </message>
    <message>
        <source>Open records</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>A folder that was in use before.</source>
        <translation>以前使用过的文件夹。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Proven before anything is made.</source>
        <translation>先验证，再写入。</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>先看看演示</translation>
    </message>
    <message>
        <source>Synthetic patients, thrown away at the end.</source>
        <translation>虚构患者，结束时全部丢弃。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>between {a} and {b}</source>
        <translation>{a} 至 {b} 之间</translation>
    </message>
    <message>
        <source>{date} or later, no date</source>
        <translation>{date} 或之后，无具体日期</translation>
    </message>
    <message>
        <source>{date} or earlier, no date</source>
        <translation>{date} 或之前，无具体日期</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>months not known</source>
        <translation>月数不详</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>{n} y</source>
        <translation>{n} 岁</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>month known</source>
        <translation>月份已知</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>range uncertain</source>
        <translation>参考范围不确定</translation>
    </message>
</context>
<context>
    <name>_LesionBlock</name>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>器官</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Lymph node</source>
        <translation>淋巴结</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{field}, lesion {n}</source>
        <translation>{field}，病灶 {n}</translation>
    </message>
</context>
</TS>
