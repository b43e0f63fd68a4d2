namespace Revitalization.Contracts.Households;

/// <summary>A person of a household (家庭成员). <c>PUT /api/households/{id}/members/{m}</c>. Personal fields are sealed as they arrive.</summary>
/// <param name="Name">姓名; sealed.</param>
/// <param name="NationalId">公民身份号码, 18 characters, checked by GB 11643; sealed; sex and birth date are read from it. Null only for a newborn without one.</param>
/// <param name="Relation">与户主关系: <c>head</c>, <c>spouse</c>, <c>child</c>, <c>child-in-law</c>, <c>grandchild</c>, <c>parent</c>, <c>parent-in-law</c>, <c>grandparent</c>, <c>sibling</c>, <c>other</c>.</param>
/// <param name="EffectiveOn">Day in China from which this holds; never later than today.</param>
/// <param name="Labour">劳动能力: <c>able</c> (also <c>full</c> 普通劳动力, <c>skilled</c> 技能劳动力), <c>weak</c> 弱劳动力或半劳动力, <c>none</c> 无劳动力.</param>
/// <param name="Employment">就业去向: <c>none</c> (also <c>farming</c> 务农), <c>in-county</c> 县内, <c>in-province</c> 省内县外, <c>out-of-province</c> 省外 (also <c>partner-city</c>, <c>elsewhere</c>), <c>workshop</c> 帮扶车间, <c>public-post</c> 公益性岗位.</param>
/// <param name="Schooling">文化程度: <c>unstated</c>, <c>illiterate</c> (also <c>none</c>), <c>preschool</c>, <c>primary</c>, <c>junior-middle</c> (also <c>junior</c>), <c>senior-middle</c> (also <c>senior</c>, <c>vocational</c>), <c>college</c>, <c>at-school</c>.</param>
/// <param name="InSchool">在校: counts as <c>at-school</c> whatever the level.</param>
/// <param name="WillingToWork">有就业意愿.</param>
/// <param name="Phone">联系电话; sealed. Null leaves what is known, the empty text takes it away; so for the two after it.</param>
/// <param name="BankAccount">一卡通账号; sealed.</param>
/// <param name="Health">健康状况 in words; sealed.</param>
/// <param name="Sex"><c>male</c> or <c>female</c>: only without a national id.</param>
/// <param name="BirthDate">Only without a national id; sealed.</param>
/// <param name="Reason">Needed where a correction makes the member another person (other national id).</param>
public sealed record MemberBody(
    string Name,
    string? NationalId,
    string Relation,
    DateOnly EffectiveOn,
    string Labour = "none",
    string Employment = "none",
    string Schooling = "unstated",
    bool InSchool = false,
    bool WillingToWork = true,
    string? Phone = null,
    string? BankAccount = null,
    string? Health = null,
    string? Sex = null,
    DateOnly? BirthDate = null,
    string? Reason = null);

/// <summary>A birth (出生): the child joins on its birthday. <c>PUT /api/households/{id}/births/{m}</c>; an act.</summary>
/// <param name="Member">Its effective date is the day of birth.</param>
public sealed record BirthBody(MemberBody Member);

/// <summary>A marriage into the household (婚入) or a move into it (迁入). <c>PUT /api/households/{id}/arrivals/{m}</c>; an act.</summary>
/// <param name="Kind"><c>married-in</c> or <c>moved-in</c>.</param>
/// <param name="From">Another household's id or a region code; never a name.</param>
public sealed record ArrivalBody(string Kind, MemberBody Member, string? From = null);

/// <summary>A death (死亡). <c>PUT /api/households/{id}/deaths/{m}</c>; an act.</summary>
/// <param name="NewHead">Member who heads the household after; needed where the head leaves others behind.</param>
public sealed record DeathBody(DateOnly DiedOn, string? NewHead = null);

/// <summary>A marriage or move out of the household (婚出, 迁出). <c>PUT /api/households/{id}/departures/{m}</c>; an act.</summary>
/// <param name="Kind"><c>married-out</c> or <c>moved-out</c>.</param>
/// <param name="To">Another household's id or a region code; never a name.</param>
public sealed record DepartureBody(string Kind, DateOnly LeftOn, string? NewHead = null, string? To = null);

/// <summary>Another member heads the household (变更户主). <c>PUT /api/households/{id}/heads/{id of the act}</c>; an act.</summary>
/// <param name="FormerHeadIs">What the former head is to the new one; a relation as in <see cref="MemberBody"/>.</param>
public sealed record HeadBody(string Member, DateOnly On, string FormerHeadIs);
