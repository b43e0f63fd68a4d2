using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>The county's changes in the sheets of the other system: whatever is missing there is typed twice.</summary>
public sealed class WriteBackTests : IAsyncLifetime
{
    private const string Households = "县(市、区),户编号,户主姓名,户主证件号码,家庭人口数,户类型,行政村代码,信息更新日期\n";
    private const string Members = "户编号,人编号,姓名,性别,证件号码,与户主关系,信息更新日期\n";

    private RunningSilo _silo = null!;
    private HttpClient _county = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await (await RunningSilo.Start()).WithVillages();
        _county = await _silo.SignedIn("jiange", Roles.County, "510823");
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_birth_a_new_income_and_a_new_head_are_in_the_sheets_that_are_written_back()
    {
        var households = await _county.Import("households", $"{Households}剑阁县,H001,示例甲,{Given.NationalId(1)},2,脱贫户,{RunningSilo.Village},2023-01-10\n");
        var members = await _county.Import("members", $"{Members}H001,1,示例甲,男,{Given.NationalId(1)},户主,2023-01-10\nH001,2,示例乙,女,{Given.NationalId(2)},配偶,2023-01-10\n");
        var incomes = await _county.Import("incomes", Sheets.Incomes + "H001,2023-Q1,1,0,0,0,0\n");
        await _county.Accepted("/api/households/H001/births/3", new BirthBody(new MemberBody(
            "示例丙", null, "child", new DateOnly(2023, 3, 1), BirthDate: new DateOnly(2023, 3, 1), Sex: "female")));
        await _county.Accepted("/api/households/H001/deaths/1", new DeathBody(new DateOnly(2023, 4, 1), NewHead: "2"));
        await _county.Accepted("/api/households/H002", Given.Household());
        await _county.Accepted("/api/households/H002/incomes/2023-Q1", Given.Income());
        await _county.Accepted("/api/households/H002/incomes/2023-Q2", Given.Income());
        await _silo.Projected();

        (await Written(households.Id)).ShouldBe(
            [$"剑阁县,H001,示例乙,{Given.NationalId(2)},2,脱贫户,{RunningSilo.Village},2023-01-10", $"剑阁县,H002,,,,脱贫户,{RunningSilo.Village},2023-01-10"]);
        var people = await Written(members.Id);
        people[0].ShouldBe($"H001,1,示例甲,男,{Given.NationalId(1)},户主,2023-01-10");
        people[^1].ShouldBe("H001,3,示例丙,女,,子女,2023-03-01");
        (await Written(incomes.Id)).ShouldBe(["H001,2023-Q1,1,0,0,0,0", "H002,2023-Q1,1000.00,500.00,100.00,10.00,40.00"]);
    }

    // Sheets are exported with a title and a note above the headings; whoever uploads the county's copy there needs them where they were.
    [Fact]
    public async Task The_title_above_the_headings_is_written_back_and_who_left_is_said_to_have_left()
    {
        await _county.Import("households", string.Concat(Households, string.Concat(Enumerable.Range(5, 2).Select(n => $"剑阁县,H00{n},,,2,脱贫户,{RunningSilo.Village},2023-01-10\n"))));
        string[] title = ["家庭成员信息表,,,", "\"导出单位：剑阁县,示例\""];
        var people = string.Concat(Enumerable.Range(5, 2).Select(n =>
            $"H00{n},1,示例戊{n},男,{Given.NationalId(20 + n)},户主,2023-01-10{(n == 5 ? ",," : "")}\nH00{n},2,示例己{n},女,{Given.NationalId(30 + n)},配偶,2023-01-10{(n == 5 ? "," : "")}\n"));
        var plain = await _county.Import("members", string.Join('\n', title) + "\n\n" + Members + people.Replace(",,\n", "\n", StringComparison.Ordinal).Replace("2023-01-10,\n", "2023-01-10\n", StringComparison.Ordinal));
        var stating = await _county.Import("members", Members.TrimEnd() + ",减少原因,自然减少时间\n" + people);
        (plain.Committed, stating.Committed, stating.Unchanged).ShouldBe((4, 0, 4));
        stating.UnknownColumns.ShouldBeEmpty();
        await _county.Accepted("/api/households/H005/deaths/2", new DeathBody(new DateOnly(2023, 4, 1)));
        await _county.Accepted("/api/households/H006/closure/c", new CloseBody("moved-away", new DateOnly(2023, 5, 1), "整户迁出"));
        await _silo.Projected();

        var written = (await _county.GetStringAsync($"/api/imports/{plain.Id}/write-back")).TrimStart('\ufeff').Split("\r\n");
        written[..4].ShouldBe([.. title, "", Members.TrimEnd()]);
        var book = Sheets.Rows(await _county.GetByteArrayAsync($"/api/imports/{plain.Id}/write-back?format=xlsx"));
        (book[0].Cells[0].Text, book.First(row => row.Number == 4).Cells[0].Text).ShouldBe(("家庭成员信息表", "户编号"));
        var rows = await Written(stating.Id);
        rows[0].ShouldEndWith("2023-01-10,,");
        rows[1].ShouldBe($"H005,2,示例己5,女,{Given.NationalId(35)},配偶,2023-01-10,死亡,2023-04-01");
        rows[2].ShouldEndWith(",整户迁出,2023-05-01");
        (await Lines($"/api/imports/{plain.Id}/write-back/departures?format=csv")).ShouldBe(
            ["行号,户编号,人编号,姓名,减少原因,减少日期", "6,H005,2,示例己5,死亡,2023-04-01", "7,H006,1,示例戊6,整户迁出,2023-05-01", "8,H006,2,示例己6,整户迁出,2023-05-01"]);
    }

    // The uploaded sheet is kept for thirty days; what an erasure took out of the register must not come back from it.
    [Fact]
    public async Task An_erased_head_is_in_no_sheet_whether_present_gone_or_of_a_household_that_has_ended()
    {
        var households = await _county.Import("households", Households + string.Concat(Enumerable.Range(1, 3).Select(n =>
            $"剑阁县,H00{n},示例丁{n},{Given.NationalId(10 + n)},1,脱贫户,{RunningSilo.Village},2023-01-10\n")));
        var members = await _county.Import("members", Members + string.Concat(Enumerable.Range(1, 3).Select(n =>
            $"H00{n},1,示例丁{n},男,{Given.NationalId(10 + n)},户主,2023-01-10\n")));
        var incomes = await _county.Import("incomes", "户编号,户主姓名," + Sheets.Incomes["户编号,".Length..] + "H001,示例丁1,2023-Q1,1,0,0,0,0\n");
        await _county.Accepted("/api/households/H002/deaths/1", new DeathBody(new DateOnly(2023, 4, 1)));
        await _county.Accepted("/api/households/H003/closure/c", new CloseBody("moved-away", new DateOnly(2023, 4, 1), "整户迁出"));
        foreach (var household in (string[])["H001", "H002", "H003"])
            await _county.Accepted($"/api/households/{household}/members/1/erasure", new ErasureBody("个人信息保护法第四十七条", new DateOnly(2023, 12, 31)));
        await _silo.Projected();

        foreach (var import in (string[])[households.Id, members.Id, incomes.Id])
        {
            var sheet = string.Join('\n', await Written(import));
            sheet.ShouldNotContain("示例丁");
            sheet.ShouldNotContain(Given.NationalId(11));
            sheet.ShouldNotContain(Given.NationalId(12));
            sheet.ShouldNotContain(Given.NationalId(13));
        }
    }

    private async Task<string[]> Written(string import) => (await Lines($"/api/imports/{import}/write-back"))[1..];

    private async Task<string[]> Lines(string address) =>
        (await _county.GetStringAsync(address)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
