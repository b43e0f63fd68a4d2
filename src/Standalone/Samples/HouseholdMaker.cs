namespace Revitalization.Standalone.Samples;

/// <summary>Makes a village's households one by one, so that their kinds and people add up exactly to its count.</summary>
public sealed class HouseholdMaker(ulong seed, string provinceDigits)
{
    public IEnumerable<SampleHousehold> Of(SampleVillage village)
    {
        var (number, person) = (0, 0);
        foreach (var part in Parts(village.Count))
        {
            for (var place = 0; place < part.Count.Households; place++)
            {
                var household = Make(village, part, number++, SizeAt(part.Count, place), person);
                person += household.People.Count;
                yield return household;
            }
        }
    }

    private sealed record Part(string Kind, string? Monitored, bool Cleared, bool Resettled, Count Count);

    private static IEnumerable<Part> Parts(VillageCount count)
    {
        yield return new("脱贫户", null, false, true, count.Resettled);
        yield return new("脱贫户", null, false, false, count.Lifted - count.Resettled);
        yield return new("农村低收入户", null, false, false, count.LowIncome);
        foreach (var group in count.Monitored) yield return new(KindOf(group.Kind), group.Kind, group.Cleared, false, group.Count);
        yield return new("一般农户", null, false, false, count.Ordinary);
    }

    // Monitored households are counted apart from the lifted, also where their kind would make them one.
    private static string KindOf(string monitored) => monitored == "脱贫不稳定户" ? "农村低收入户" : "一般农户";

    /// <summary>
    /// Sizes around the mean that sum up exactly: the remainder goes to the first, then pairs of neighbours
    /// trade a member, which keeps the sum.
    /// </summary>
    private static int SizeAt(Count count, int place)
    {
        var mean = count.People / count.Households;
        var size = mean + (place < count.People % count.Households ? 1 : 0);
        var pairs = count.Households / 2 * 2;
        return place >= pairs || mean < 2 ? size : place % 2 == 0 ? size + 1 : size - 1;
    }

    private SampleHousehold Make(SampleVillage village, Part part, int number, int size, int firstPerson)
    {
        var chance = new Chance(seed, (ulong)village.Ordinal, (ulong)number);
        var id = FormattableString.Invariant($"SL{village.Code}{number + 1:0000}");
        var maker = new PersonMaker(provinceDigits, village.Ordinal, firstPerson, id);
        var headAge = size <= 2 ? chance.Between(48, 76) : chance.Between(34, 58);
        var people = new SamplePerson[size];
        for (var place = 0; place < size; place++) people[place] = maker.Make(ref chance, place, headAge, people.AsSpan(0, place));
        return new(id, village, (number % village.Count.Groups) + 1, part.Kind, part.Monitored, part.Cleared, part.Resettled, people);
    }
}
