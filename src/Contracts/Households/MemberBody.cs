namespace Revitalization.Contracts.Households;

/// <summary>A person of a household (家庭成员). <c>PUT /api/households/{id}/members/{m}</c>. Personal fields are sealed as they arrive.</summary>
/// <param name="Name">姓名; sealed.</param>
/// <param name="NationalId">公民身份号码, 18 characters, checked by GB 11643; sealed; sex and birth date are read from it.</param>
/// <param name="Relation">与户主关系: <c>head</c>, <c>spouse</c>, <c>child</c>, <c>child-in-law</c>, <c>grandchild</c>, <c>parent</c>, <c>grandparent</c>, <c>sibling</c>, <c>other</c>.</param>
/// <param name="EffectiveOn">Day in China from which this holds; never later than today.</param>
/// <param name="Labour">劳动能力: <c>full</c> 普通劳动力, <c>skilled</c> 技能劳动力, <c>weak</c> 弱劳动力或半劳动力, <c>none</c> 无劳动力.</param>
/// <param name="Employment">就业去向: <c>none</c>, <c>farming</c> 务农, <c>in-county</c> 县内, <c>in-province</c> 省内县外, <c>partner-city</c> 协作方, <c>elsewhere</c> 其他省外, <c>workshop</c> 帮扶车间, <c>public-post</c> 公益性岗位.</param>
/// <param name="Schooling">受教育情况: <c>none</c>, <c>preschool</c>, <c>primary</c>, <c>junior</c>, <c>senior</c>, <c>vocational</c>, <c>college</c>; <paramref name="InSchool"/> says whether still at school.</param>
/// <param name="WillingToWork">有就业意愿.</param>
/// <param name="Phone">联系电话; sealed.</param>
/// <param name="BankAccount">一卡通账号; sealed.</param>
/// <param name="Health">健康状况 in words; sealed.</param>
public sealed record MemberBody(
    string Name,
    string NationalId,
    string Relation,
    DateOnly EffectiveOn,
    string Labour = "none",
    string Employment = "none",
    string Schooling = "none",
    bool InSchool = false,
    bool WillingToWork = false,
    string? Phone = null,
    string? BankAccount = null,
    string? Health = null);

/// <summary>A birth (出生): the child joins the household on its birthday. <c>PUT /api/households/{id}/births/{m}</c>; an act.</summary>
/// <param name="Member">Its effective date is the day of birth and must agree with the national id.</param>
public sealed record BirthBody(MemberBody Member);

/// <summary>A death (死亡). <c>PUT /api/households/{id}/deaths/{m}</c>; an act.</summary>
public sealed record DeathBody(DateOnly DiedOn);

/// <summary>A member left the register (迁出, 婚出, 参军 …) without joining another registered household. <c>PUT /api/households/{id}/departures/{m}</c>; an act.</summary>
public sealed record DepartureBody(DateOnly LeftOn, string Reason);
