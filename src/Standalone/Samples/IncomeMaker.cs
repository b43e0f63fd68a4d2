namespace Revitalization.Standalone.Samples;

/// <summary>A household's income in one quarter, in fen: wages follow who is employed where, transfers who is old.</summary>
public readonly record struct SampleIncome(long WageFen, long OperatingFen, long CostFen, long PropertyFen, long TransferFen)
{
    public long NetFen => WageFen + OperatingFen - CostFen + PropertyFen + TransferFen;

    /// <param name="quarter">Quarters since the sample's first: incomes grow with it.</param>
    public static SampleIncome Of(ulong seed, SampleHousehold household, int quarter)
    {
        // The household's own number in the village is part of its id.
        var chance = new Chance(seed, (ulong)household.Village.Ordinal + 1000, (ulong)((int.Parse(household.Id.AsSpan(14), System.Globalization.CultureInfo.InvariantCulture) * 64) + quarter));
        var grown = 1000 + (quarter * 18);
        var wage = household.People.Sum(person => WageOf(person.Employment)) * grown / 1000 * chance.Between(85, 116) / 100;
        var operating = chance.Between(60_000, 340_000) * (long)grown / 1000;
        var elders = household.People.Count(person => person.BirthYear <= 1961);
        return new(wage, operating, operating * chance.Between(20, 45) / 100, chance.Of100(30) ? chance.Between(2_000, 30_000) : 0, 18_000 + (elders * 37_500L));
    }

    private static long WageOf(string employment) => employment switch
    {
        "省外" => 780_000,
        "县外省内" => 640_000,
        "县内" => 510_000,
        "帮扶车间" => 360_000,
        "公益性岗位" => 150_000,
        _ => 0,
    };
}
