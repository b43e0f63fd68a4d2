namespace Revitalization.Standalone.Samples;

/// <summary>One made-up household with its people.</summary>
public sealed record SampleHousehold(
    string Id, SampleVillage Village, int Group, string Kind, string? Monitored, bool Cleared, bool Resettled, IReadOnlyList<SamplePerson> People)
{
    /// <summary>Whether it stands on the ledger (两类户 and monitored), whose incomes are recorded each quarter.</summary>
    public bool OnLedger => Kind != "一般农户" || Monitored is not null;
}

/// <summary>One made-up person; words are those of the official sheet.</summary>
public sealed record SamplePerson(
    string Id, string Name, string NationalId, bool Male, int BirthYear, string Relation, string Schooling, bool InSchool,
    string Health, string Labour, string Employment, bool Willing);
