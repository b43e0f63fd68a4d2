using System.Text;
using System.Text.Json;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class PolicyPackTests
{
    public static TheoryData<string> Shipped => new(Packs.Names);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_pack_reads_without_a_problem(string name)
    {
        var reading = Packs.Read(name);

        reading.Problems.ShouldBeEmpty();
        reading.Pack.ShouldNotBeNull().Id.ShouldBe(name);
        reading.Pack.Rules.ShouldNotBeEmpty();
    }

    // Cases are written by officials: what they expect of a rule, in its own file.
    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_pack_answers_its_officials_cases(string name)
    {
        var pack = Packs.Get(name);
        var cases = Packs.CaseFiles(name).SelectMany(path => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("cases").EnumerateArray()).ToList();

        cases.ShouldNotBeEmpty();
        foreach (var each in cases)
            PolicyCase.Answer(pack, each).ShouldBe(PolicyCase.Expected(each), each.GetProperty("case").GetString());
    }

    // A phrase is evidence only if it stands in the document to the letter.
    [Theory]
    [InlineData("jiange-2022", "jiange-7-7-3-2022.txt")]
    [InlineData("shiquan-2023", "shiquan-income-plan-2023.txt")]
    [InlineData("wangcang-2022", "wangcang-work-plan-2022.txt")]
    public void Every_phrase_stands_in_its_document(string pack, string document)
    {
        var path = Path.Combine(Packs.Root(), "..", "shared", "documents", document);
        Assert.SkipUnless(File.Exists(path), "The counties' documents are not in a newcomer's clone.");
        var text = File.ReadAllText(path);

        foreach (var source in Packs.Get(pack).Rules.Values.SelectMany(rule => rule.History).Select(value => value.Source))
            if (source.Phrase.Length > 0) text.ShouldContain(source.Phrase);
    }

    // Borrowed practice must never pass for the county's own law.
    [Fact]
    public void The_illustrative_pack_says_so_in_its_title_and_at_every_value()
    {
        var pack = Packs.Get("tongjiang-2023");

        pack.Title.ShouldContain("示例");
        pack.Rules.Values.SelectMany(rule => rule.History).ShouldAllBe(value => value.Source.Assumed != null && value.Source.Assumed.StartsWith("示例", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_of_every_shipped_pack_reads_in_Chinese()
    {
        foreach (var pack in ShippedPacks.All)
        {
            foreach (var rule in pack.Rules.Values)
            {
                PolicyWords.Knows(rule).ShouldBeTrue($"{pack.Id} {rule.Id} {rule.Unit}");
                if (rule is DeadlineRule limit) limit.Values.ShouldAllBe(value => PolicyWords.KnowsStart(value.Value.After));
            }
        }
    }

    [Fact]
    public void A_month_that_is_none_is_refused_where_it_stands()
    {
        var reading = Read("""{"rules":[{"id":"a","kind":"calendar","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"months":[4,13]},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""");

        reading.Problems.ShouldContain(problem => problem.Path == "rules[0].values[0].value.months");
    }

    [Theory]
    [InlineData("""{"rules":[{"id":"a","kind":"thresold","title":"t","unit":"u","values":[]}]}""", "rules[0].kind")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[]}]}""", "rules[0].values")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[{"from":"2022-13-01","value":{"least":1},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""", "rules[0].values[0].from")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"least":1.5},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""", "rules[0].values[0].value.least")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"least":-1},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""", "rules[0].values[0].value.least")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"least":1},"source":{"document":"d","clause":"c"}}]}]}""", "rules[0].values[0].source")]
    [InlineData("""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","limit":3,"values":[{"from":"2022-01-01","value":{"least":1},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""", "rules[0].limit")]
    [InlineData("""{"rules":[{"id":"a","kind":"range","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"least":2,"most":1},"source":{"document":"d","clause":"c","phrase":"p"}}]}]}""", "rules[0].values[0].value.most")]
    [InlineData("""{"rules":[""", "")]
    public void A_mistake_in_a_pack_is_named_where_it_stands(string json, string path)
    {
        var reading = Read(json);

        reading.Pack.ShouldBeNull();
        reading.Problems.ShouldContain(problem => problem.File == "rules.json" && problem.Path == path);
    }

    [Fact]
    public void Values_out_of_order_are_refused_since_the_later_would_hide_the_earlier()
    {
        const string Value = """{"from":"2023-01-01","value":{"on":true},"source":{"document":"d","clause":"c","phrase":"p"}}""";

        var reading = Read($$"""{"rules":[{"id":"a","kind":"switch","title":"t","unit":"u","values":[{{Value}},{{Value}}]}]}""");

        reading.Problems.ShouldContain(problem => problem.Path == "rules[0].values[1].from");
    }

    [Fact]
    public void A_source_that_the_pack_does_not_list_is_refused()
    {
        var reading = Read("""{"rules":[{"id":"a","kind":"switch","title":"t","unit":"u","values":[{"from":"2023-01-01","value":{"on":true},"source":{"document":"unknown","clause":"c","phrase":"p"}}]}]}""");

        reading.Problems.ShouldContain(problem => problem.Path == "source.document");
    }

    [Fact]
    public void A_value_holds_until_the_day_before_the_next()
    {
        const string Source = """{"document":"d","clause":"c","phrase":"p"}""";
        var rule = Read($$"""{"rules":[{"id":"a","kind":"floor","title":"t","unit":"u","values":[{"from":"2022-01-01","value":{"least":1},"source":{{Source}}},{"from":"2023-01-01","value":{"least":2},"source":{{Source}}}]}]}""")
            .Pack.ShouldNotBeNull().Find<FloorRule>("a").ShouldNotBeNull();

        rule.On(new(2021, 12, 31)).ShouldBeNull();
        rule.On(new(2022, 12, 31))!.Value.Least.ShouldBe(1);
        rule.On(new(2023, 1, 1))!.Value.Least.ShouldBe(2);
    }

    private static PolicyReading Read(string rules) => PolicyPackReader.Read(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["pack.json"] = """{"id":"t","county":"510823","title":"t","documents":[{"id":"d","title":"t","issuer":"i","publishedOn":"2022-01-01"}],"colours":[]}"""u8.ToArray(),
        ["rules.json"] = Encoding.UTF8.GetBytes(rules),
    });
}
