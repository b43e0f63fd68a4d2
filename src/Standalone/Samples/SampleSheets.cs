using System.Globalization;
using Revitalization.Contracts.Imports;

namespace Revitalization.Standalone.Samples;

/// <summary>
/// A sample county as sheets in the official layouts, a row at a time: nothing of it is kept, so a whole county
/// takes no more memory than a household.
/// </summary>
public sealed class SampleSheets(SampleCounty county, ulong seed)
{
    /// <summary>From when the sample's households are registered; their incomes begin with the same quarter.</summary>
    public static readonly DateOnly FirstDay = new(2022, 1, 1);

    private const string Day = "2022-01-01";

    public static IReadOnlyList<string> Headings(string kind) => [.. SheetLayouts.Of(kind).Fields.Select(field => field.Heading)];

    public IEnumerable<IReadOnlyList<string>> Rows(string kind, int quarters) => kind switch
    {
        ImportKinds.Villages => county.Villages.Select(Village),
        ImportKinds.Households => Households().Select(Household),
        ImportKinds.Members => Households().SelectMany(Members),
        ImportKinds.Incomes => Households().Where(household => household.OnLedger).SelectMany(household => Incomes(household, quarters)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The samples have no such sheet."),
    };

    private IEnumerable<SampleHousehold> Households() =>
        county.Villages.SelectMany(new HouseholdMaker(seed, county.Code[..2]).Of);

    private IReadOnlyList<string> Village(SampleVillage village) =>
    [
        county.Name, village.Township, village.Code, village.Name, village.EstablishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        village.Grade, YesNo(village.Key), YesNo(village.WeakIndustry), YesNo(true),
    ];

    private IReadOnlyList<string> Household(SampleHousehold household) =>
    [
        county.Province, county.City, county.Name, household.Village.Township, household.Village.Name, household.Village.Code,
        Text(household.Group), household.Id, household.People[0].Name, household.People[0].NationalId, Text(household.People.Count),
        household.Kind, household.Monitored ?? "", household.Monitored is null ? "" : YesNo(household.Cleared),
        YesNo(household.Resettled), household.Resettled ? $"{household.Village.Name}集中安置点" : "", Day,
    ];

    private static IEnumerable<IReadOnlyList<string>> Members(SampleHousehold household) =>
        household.People.Select(person => (IReadOnlyList<string>)
        [
            household.Id, person.Id, person.Name, person.Male ? "男" : "女", person.NationalId, person.Relation, "汉族", person.Schooling,
            person.InSchool ? "在校生" : "非在校生", person.Health, person.Labour, person.Employment, YesNo(person.Willing), "", "", Day,
        ]);

    private IEnumerable<IReadOnlyList<string>> Incomes(SampleHousehold household, int quarters)
    {
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var income = SampleIncome.Of(seed, household, quarter);
            yield return
            [
                household.Id, household.People[0].Name, FormattableString.Invariant($"{FirstDay.Year + (quarter / 4)}-Q{(quarter % 4) + 1}"),
                Yuan(income.WageFen), Yuan(income.OperatingFen), Yuan(income.CostFen), Yuan(income.PropertyFen), Yuan(income.TransferFen),
                Yuan(income.NetFen), Yuan(income.NetFen / household.People.Count), "走访",
            ];
        }
    }

    private static string YesNo(bool value) => value ? "是" : "否";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
