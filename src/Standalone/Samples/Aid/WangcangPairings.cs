namespace Revitalization.Standalone.Samples.Aid;

/// <summary>
/// 资阳–旺苍's pairs. Stated (旺苍县2022年工作要点): 23 townships, 22 departments, 4 schools, 3 hospitals. The townships are 旺苍's real ones; who is paired
/// with whom nobody states, so the other side says 示例.
/// </summary>
internal static class WangcangPairings
{
    private static readonly (string Code, string Name)[] s_townships =
    [
        ("510821100", "东河镇"), ("510821101", "嘉川镇"), ("510821102", "木门镇"), ("510821103", "白水镇"), ("510821105", "张华镇"), ("510821106", "黄洋镇"),
        ("510821107", "普济镇"), ("510821108", "三江镇"), ("510821110", "五权镇"), ("510821111", "高阳镇"), ("510821112", "双汇镇"), ("510821113", "英萃镇"),
        ("510821114", "国华镇"), ("510821115", "龙凤镇"), ("510821116", "九龙镇"), ("510821117", "米仓山镇"), ("510821118", "大德镇"), ("510821119", "大两镇"),
        ("510821120", "水磨镇"), ("510821121", "盐河镇"), ("510821122", "天星镇"), ("510821204", "燕子乡"), ("510821207", "檬子乡"),
    ];

    private static readonly string[] s_departments =
    [
        "农业农村局", "乡村振兴局", "教育局", "卫生健康局", "人力资源和社会保障局", "商务局", "文化和旅游局", "财政局", "发展和改革局", "经济和信息化局", "科学技术局",
        "民政局", "司法局", "自然资源局", "生态环境局", "住房和城乡建设局", "交通运输局", "水利局", "林业局", "应急管理局", "市场监督管理局", "医疗保障局",
    ];

    private static readonly string[] s_schools = ["中学", "小学", "幼儿园", "职业学校"];

    private static readonly string[] s_hospitals = ["人民医院", "中医医院", "妇幼保健院"];

    public static AidScript Put(AidScript script) => script
        .Pair("township", s_townships.Select((township, at) => (FormattableString.Invariant($"资阳市结对乡镇{at + 1:00}(示例)"), township.Name, (string?)township.Code)))
        .Pair("department", Bodies(s_departments))
        .Pair("school", Bodies(s_schools))
        .Pair("hospital", Bodies(s_hospitals));

    private static IEnumerable<(string Donor, string Recipient, string? Region)> Bodies(string[] names) =>
        names.Select(name => ($"资阳市{name}(示例)", $"旺苍县{name}(示例)", (string?)null));
}
