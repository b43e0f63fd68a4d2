using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Standalone;

/// <summary>The sample's year of aid, led through the product's own addresses on a first start, as anybody reads it.</summary>
public sealed class SampleAidTests(RunningPlatform running)
{
    // 旺苍县2022年工作要点 and 巴中市's review of 2023: what they state, in yuan.
    [Theory]
    [InlineData("xiaoshan-wangcang", 50_000_000, 10, 100_000_000, "2022-03-15")]
    [InlineData("ziyang-wangcang", 17_400_000, 8, 0, "2022-12-31")]
    public async Task A_plan_holds_the_stated_money_projects_sales_floor_and_day(string code, long yuan, int projects, long floor, string latest)
    {
        var plan = (await Rows($"Plans?$filter=PartnershipCode eq '{code}' and Year eq 2022")).ShouldHaveSingleItem();

        plan.GetProperty("FundsFen").GetInt64().ShouldBe(yuan * 100);
        plan.GetProperty("Projects").GetInt32().ShouldBe(projects);
        plan.GetProperty("SalesFloorFen").GetInt64().ShouldBe(floor * 100);
        string.CompareOrdinal(plan.GetProperty("IssuedOn").GetString(), latest).ShouldBeLessThanOrEqualTo(0);
        (await Rows($"Projects?$filter=PartnershipCode eq '{code}'&$select=Id")).Length.ShouldBe(projects);
        (await Rows($"PlanLines?$filter=PartnershipCode eq '{code}'")).Sum(line => line.GetProperty("AmountFen").GetInt64()).ShouldBe(yuan * 100);
    }

    [Theory]
    [InlineData("Township", 23)]
    [InlineData("Department", 22)]
    [InlineData("School", 4)]
    [InlineData("Hospital", 3)]
    public async Task Ziyang_and_Wangcang_are_paired_as_stated(string kind, int pairs)
    {
        var found = await Rows($"Pairings?$filter=PartnershipCode eq 'ziyang-wangcang' and Kind eq '{kind}'");

        found.Length.ShouldBe(pairs);
        found.ShouldAllBe(pairing => pairing.GetProperty("DonorParty").GetString()!.Contains("(示例)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_paired_townships_are_the_county_s_real_ones()
    {
        var paired = (await Rows("Pairings?$filter=Kind eq 'Township'")).Select(row => (row.GetProperty("RecipientCode").GetString(), row.GetProperty("RecipientParty").GetString()));
        var real = (await Rows("Regions?$filter=ParentCode eq '510821' and Level eq 'township'")).Select(row => (row.GetProperty("Code").GetString(), row.GetProperty("Name").GetString()));

        paired.Order().ShouldBe(real.Order());
    }

    // 总投资1895万元，全村288户386人（其中脱贫户62户84人）务工增收294万元，人均7616.58元。
    [Fact]
    public async Task Taipingchang_s_project_holds_the_stated_numbers_and_both_sides_of_the_share()
    {
        var project = (await Rows("Projects?$filter=PartnershipCode eq 'zhechuan-tongjiang'")).ShouldHaveSingleItem();
        long Of(string name) => project.GetProperty(name).GetInt64();

        (Of("BudgetFen"), Of("LabourPayFen"), Of("CentralFen")).ShouldBe((18_950_000_00, 2_940_000_00, 0));
        (Of("LabourHouseholds"), Of("LabourPeople"), Of("LabourLiftedHouseholds"), Of("LabourLiftedPeople")).ShouldBe((288, 386, 62, 84));
        var page = await Text($"/projects/{project.GetProperty("Id").GetString()}");
        foreach (var stated in new[] { "1,895 万元", "288 户 386 人", "62 户 84 人", "7,616.58 元", "15.51%", "无法计算" }) page.ShouldContain(stated);
    }

    [Fact]
    public async Task The_year_shows_every_state_both_sides_of_a_dispute_and_money_that_adds_up()
    {
        var reports = await Rows("AidReports?$top=1000");
        var states = reports.Select(report => report.GetProperty("State").GetString()!).ToHashSet(StringComparer.Ordinal);
        states.Order().ShouldBe(["Confirmed", "Disputed", "Reported", "Returned", "Withdrawn"]);
        foreach (var report in reports)
        {
            long Of(string name) => report.GetProperty(name).GetInt64();
            (Of("ReportedFen") >= Of("ConfirmedFen") && Of("ConfirmedFen") >= Of("AllocatedFen") && Of("AllocatedFen") >= Of("PaidFen")).ShouldBeTrue(report.GetRawText());
            if (report.GetProperty("Form").GetString() == "Money") Of("OutstandingFen").ShouldBe(Of("ConfirmedFen") - Of("PaidFen"));
            (report.GetProperty("Receipt").ValueKind == JsonValueKind.String).ShouldBe(report.GetProperty("State").GetString() == "Confirmed");
        }
        var flows = await Rows("Flows?$filter=Field ne 'Budget'");
        flows.Sum(flow => flow.GetProperty("AllocatedFen").GetInt64()).ShouldBe(reports.Sum(report => report.GetProperty("AllocatedFen").GetInt64()));
        flows.Sum(flow => flow.GetProperty("PaidFen").GetInt64()).ShouldBe(reports.Sum(report => report.GetProperty("PaidFen").GetInt64()));
        var projects = await Rows("Projects?$filter=PartnershipCode ne null");
        projects.Sum(project => project.GetProperty("PaidFen").GetInt64()).ShouldBe(reports.Sum(report => report.GetProperty("PaidFen").GetInt64()));
        projects.Select(project => project.GetProperty("Stage").GetString()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
    }

    // Whoever holds the county's receipt finds the row that it stands for.
    [Fact]
    public async Task The_receipt_in_a_row_is_the_content_hash_of_the_county_s_signed_receipt()
    {
        var platform = await running.Loaded();
        using var county = platform.As(Roles.County);
        var report = (await Rows("AidReports?$filter=State eq 'Confirmed' and PartnershipCode eq 'zhechuan-tongjiang'&$top=1"))[0];

        var receipts = await county.GetFromJsonAsync<JsonElement>($"/api/partnerships/zhechuan-tongjiang/reports/{report.GetProperty("Id").GetString()}/receipts");

        var confirmation = receipts.EnumerateArray().Single(receipt => receipt.GetProperty("act").GetString() == "aid-report.confirmed");
        report.GetProperty("Receipt").GetString().ShouldBe(confirmation.GetProperty("contentHash").GetString());
    }

    // The attacker reads every byte that is given out: titles, talk, reasons, vouchers and drafts of the partners' must be in none.
    [Fact]
    public async Task Nothing_that_staff_wrote_to_one_another_is_given_out()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        var rows = await visitor.GetStringAsync("/data/releases/1/rows.jsonl");
        foreach (var said in Written(platform, "SELECT title FROM aid_reports UNION SELECT number FROM aid_papers UNION SELECT voucher FROM fund_arrivals UNION SELECT voucher FROM project_payments UNION SELECT document FROM project_stages WHERE document <> '' UNION SELECT duty FROM assets"))
            rows.ShouldNotContain(said);
        foreach (var said in new[] { "拨款凭证", "另行上报", "账号", "回单" }) rows.ShouldNotContain(said);
        var drafts = Written(platform, "SELECT report FROM aid_reports WHERE state = 'drafted'");
        drafts.ShouldNotBeEmpty();
        foreach (var draft in drafts)
        {
            rows.ShouldNotContain(draft);
            (await visitor.GetAsync($"/odata/AidReports({draft})")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Each_partner_signs_in_for_its_own_and_two_where_two_must_sign()
    {
        var platform = await running.Loaded();
        var partners = platform.SignIns().Where(entry => entry.Role == Roles.PartnerCity).GroupBy(entry => entry.Scope).ToDictionary(scope => scope.Key, scope => scope.Count());

        partners.ShouldBe(new Dictionary<string, int> { ["partnership:xiaoshan-wangcang"] = 2, ["partnership:ziyang-wangcang"] = 1, ["partnership:zhechuan-tongjiang"] = 2 }, ignoreOrder: true);
    }

    private async Task<JsonElement[]> Rows(string query)
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        return [.. (await visitor.GetFromJsonAsync<JsonElement>($"/odata/{query}{(query.Contains('?', StringComparison.Ordinal) ? "&" : "?")}asOf=2023-12-31")).GetProperty("value").EnumerateArray()];
    }

    private async Task<string> Text(string address)
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        return WebUtility.HtmlDecode(await visitor.GetStringAsync(address));
    }

    private static List<string> Written(StandaloneProcess platform, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(platform.DataDirectory, "registry.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }
}
