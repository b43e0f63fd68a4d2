using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>A department's monthly list of clues, as a sheet.</summary>
public sealed class ClueImportTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private const string Head = "户编号,线索来源,风险类型,发现日期,说明\n";
    private const string Kind = ImportKinds.Clues;

    [Fact]
    public async Task Rows_of_one_household_are_merged_good_ones_stay_and_bad_ones_come_back()
    {
        var chain = await fixture.Household("CI1");
        var sheet = Head
            + "CI1,部门线索,因病,2023-04-03,医保部门反馈大额自付\n"
            + "CI1,民政部门,因残,2023-04-03,残疾等级变更\n"
            + "CI1,部门预警,因残,2023/4/4,残疾等级变更\n"
            + "CI1,部门线索,因病,2023-04-03,又说一遍\n"
            + "CI1,部门线索,因懒,2023-04-03,\n"
            + "CI1,部门线索,因病,,\n"
            + "NOBODY,部门线索,因病,2023-04-03,\n"
            + "CI1,部门线索,因灾,2099-01-01,\n";

        var import = await fixture.County.Import(Kind, sheet);

        (import.RowsRead, import.Committed, import.Refused, import.Duplicates).ShouldBe((8, 2, 6, 1));
        var view = await chain.View();
        (view.Step, view.Clues.Count(clue => !clue.Settled)).ShouldBe(("dispatch", 2));
        view.Clues[0].Note.ShouldBe("医保部门反馈大额自付");
        import.Reasons.Select(reason => reason.Code).ShouldBe(
            ["import-row.duplicate-in-file", "import-row.not-in-list", "import-row.value-missing", "monitoring.day-in-future", "monitoring.household-absent"], ignoreOrder: true);
        string.Concat(await fixture.County.Errors(import.Id)).ShouldNotContain("残疾等级");
    }

    [Fact]
    public async Task The_same_list_sent_again_and_a_later_one_that_repeats_it_report_nothing_twice()
    {
        var chain = await fixture.Household("CI2");
        var sheet = Head + "CI2,部门线索,因病,2023-04-03,大额自付\nCI2,集中排查,住房安全,2023-04-10,\n";
        (await fixture.County.Import(Kind, sheet)).Committed.ShouldBe(2);

        var again = await fixture.County.Import(Kind, sheet + "CI2,部门线索,失业,2023-05-02,厂里停工\n");

        (again.Committed, again.Unchanged, again.Refused).ShouldBe((1, 2, 0));
        (await chain.View()).Clues.Select(clue => (clue.Origin, clue.Risk)).ShouldBe([("department", "illness"), ("screening", "housing"), ("department", "work-loss")]);
    }

    [Fact]
    public async Task A_list_that_numbers_its_clues_keeps_the_numbers_and_a_number_means_one_clue()
    {
        var chain = await fixture.Household("CI3");
        const string head = "户编号,线索编号,风险类型,发现日期\n";
        (await fixture.County.Import(Kind, head + "CI3,YB-17,因病,2023-04-03\n")).Committed.ShouldBe(1);
        var other = await fixture.County.Import(Kind, head + "CI3,YB-17,因灾,2023-04-03\n");

        other.Reasons.ShouldHaveSingleItem().Code.ShouldBe(Contracts.Refusals.RefusalCatalog.CodeOf(MonitoringRefusal.ClueIdReused));
        (await chain.View()).Clues.ShouldHaveSingleItem().Id.ShouldBe("YB-17");
    }

    [Fact]
    public async Task A_county_reports_only_about_its_own_households_and_there_is_nothing_to_write_back()
    {
        await fixture.Household("CI4");
        var import = await fixture.OtherCounty.Import(Kind, Head + "CI4,部门线索,因病,2023-04-03,\n");

        import.Reasons.ShouldHaveSingleItem().Code.ShouldBe("access.scope-elsewhere");
        (await new Chain(fixture, "CI4").View()).Version.ShouldBe(0);
        await fixture.OtherCounty.GetAsync($"/api/imports/{import.Id}/write-back").Refused(ImportRefusal.KindNotOpen);
    }
}
