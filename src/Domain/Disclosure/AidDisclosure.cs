using Revitalization.Contracts.Releases;

namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Disclosure control of aid (协作帮扶): amounts and bodies are public by law (政府信息公开条例 art. 20(11)), persons never. A text that looks
/// personal is withheld, a row whose id does is left out, and people are counted only where they are many enough.
/// </summary>
/// <param name="threshold">Counts below this and above zero are small.</param>
public sealed class AidDisclosure(int threshold)
{
    /// <summary>Stands in the place of a text that is not published.</summary>
    public const string Withheld = "不予公布";

    /// <summary>Keeper of whatever belongs to a household.</summary>
    public const string HouseholdKeeper = "受益农户";

    private const int TownshipLength = 9;

    public static bool IsFit(string id) => PersonalTraces.Find(id) is null;

    public static PublicAidReport Report(PublicAidReport row) => row with { Unit = Text(row.Unit) };

    public static PublicPairing? Pairing(PublicPairing row) => IsFit(row.Id)
        ? row with { DonorParty = Body(row.DonorParty), RecipientParty = Body(row.RecipientParty) }
        : null;

    public static PublicAsset? Asset(PublicAsset row)
    {
        if (!IsFit(row.Id) || !IsFit(row.ProjectId)) return null;
        var named = row with { Name = Text(row.Name), Keeper = Body(row.Keeper) };
        // One asset in one village may be one family's: no nearer than the township.
        return row.Class == "Household"
            ? named with { RegionCode = row.RegionCode.Length > TownshipLength ? row.RegionCode[..TownshipLength] : row.RegionCode, Keeper = HouseholdKeeper }
            : named;
    }

    /// <param name="months">People paid by month, of all rosters.</param>
    public PublicProject? Project(PublicProject row, IReadOnlyList<LabourMonth> months)
    {
        if (!IsFit(row.Id)) return null;
        var fewest = months.Count == 0 ? 0 : months.Min(month => month.People);
        var most = months.MaxBy(month => (month.People, month.Households));
        return row with
        {
            Name = Text(row.Name),
            // The pay of a month with few people is nearly a person's pay; the difference of two releases would give it back.
            LabourPayFen = IsSmall(fewest) ? null : row.LabourPayFen,
            Labour = most is null ? LabourCounts.None : Counts(most),
        };
    }

    private LabourCounts Counts(LabourMonth month)
    {
        if (month.People == 0 || IsSmall(month.People)) return LabourCounts.None;
        return new(Alone(month.Households), month.People, Part(month.LiftedHouseholds, month.Households), Part(month.LiftedPeople, month.People));
    }

    private int? Alone(int count) => IsSmall(count) ? null : count;

    // A part is also given away by what is left of the whole.
    private int? Part(int part, int whole) => IsSmall(part) || IsSmall(whole - part) || IsSmall(whole) ? null : part;

    private bool IsSmall(int count) => count > 0 && count < threshold;

    private static string Text(string text) => PersonalTraces.Find(text) is null ? text : Withheld;

    private static string Body(string text) => PersonalTraces.FindInBody(text) is null ? text : Withheld;
}

/// <summary>One month's pay roster, without the names.</summary>
public sealed record LabourMonth(int Households, int People, int LiftedHouseholds, int LiftedPeople);
