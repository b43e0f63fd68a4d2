using System.Net.Http.Json;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Projects;
using Revitalization.Contracts.Refusals;
using Revitalization.SystemTests.Aid;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>A county's library of projects and its treasury's payments as sheets; sent again they change nothing.</summary>
public sealed class ProjectImportTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly DateOnly Day = new(2022, 5, 12);
    private const string ProjectHead = "项目编号,项目名称,项目类型,地区代码,年度,总投资(元),以工代赈,入库日期\n";
    private const string PaymentHead = "项目编号,支付编号,下达编号,支付日期,支付金额,用途,凭证号,佐证材料\n";

    [Fact]
    public async Task Projects_come_in_row_by_row_and_bad_rows_come_back_with_their_column()
    {
        var county = await fixture.Silo.SignedIn("import-projects", Roles.County, "510821");
        const string Sheet = ProjectHead
            + "p-1,食用菌产业园,产业发展,510821,2022,1200000.50,否,2022-03-20\n"
            + "p-2,村道,基础设施,510821101,二〇二二,1000,是,2022-03-20\n"
            + "p-3,村道,修路,510821101,2022,1000,是,2022-03-20\n"
            + "p-4,邻县的路,基础设施,510823101,2022,1000,否,2022-03-20\n"
            + "p-5,没有投资,基础设施,510821101,2022,0,否,2022-03-20\n"
            + "p-1,又一次,产业发展,510821,2022,1,否,2022-03-20\n";

        var import = await county.Import(ImportKinds.Projects, Sheet);

        (import.RowsRead, import.Committed, import.Refused).ShouldBe((6, 1, 5));
        (await county.Find<ProjectView>("/api/projects/p-1"))!.BudgetFen.ShouldBe(1_200_000_50);
        var errors = await county.Errors(import.Id);
        errors.ShouldContain(line => line.StartsWith("3,年度,import-row.not-a-number", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("4,项目类型,import-row.not-in-list", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("5,", StringComparison.Ordinal) && line.Contains("access.scope-elsewhere", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("6,总投资(元),project.profile-implausible", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("7,项目编号,import-row.duplicate-in-file", StringComparison.Ordinal));

        var again = await county.Import(ImportKinds.Projects, Sheet);
        (again.Committed, again.Unchanged, again.Refused).ShouldBe((0, 1, 5));
        await county.GetAsync($"/api/imports/{import.Id}/write-back").Refused("import.kind-not-open");
    }

    [Fact]
    public async Task Payments_come_out_of_their_allocation_and_rest_on_their_sheet_where_they_name_nothing_better()
    {
        var county = await fixture.Silo.SignedIn("import-payments", Roles.County, "510821");
        await county.PutAsJsonAsync("/api/funds/510821-2022-integrated/budgets/b1", new BudgetBody(Day, 1_000_00)).Ok();
        await county.PutAsJsonAsync("/api/funds/510821-2022-integrated/arrivals/a1", new ArrivalOfMoney(Day, 1_000_00, "V-1")).Ok();
        await county.Project("pay-1", 1_000_00);
        await county.Stages("pay-1", "approved", "contracted");
        await county.PutAsJsonAsync("/api/projects/pay-1/allocations/d1", new AllocationBody(Day, "510821-2022-integrated", 1_000_00)).Ok();
        await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/pay-1"), view => view?.AllocatedFen == 1_000_00);
        var sheet = PaymentHead
            + "pay-1,y1,d1,2022-05-12,600.00,工程,PZ-1,\n"
            + $"pay-1,y2,d1,2022-05-12,100.00,劳务报酬,PZ-2,{AidSteps.Proof}\n"
            + "pay-1,y3,d1,2022-05-12,300.01,工程,PZ-3,\n"
            + "pay-1,y4,d9,2022-05-12,1,工程,PZ-4,\n"
            + "pay-1,y5,d1,2022-05-12,1,工程,PZ-1,\n"
            + "pay-1,y6,d1,2022-05-12,1,工程,PZ-6,照片\n"
            + "nobody,y7,d1,2022-05-12,1,工程,PZ-7,\n";

        var import = await county.Import(ImportKinds.Payments, sheet);

        (import.Committed, import.Refused).ShouldBe((2, 5));
        var project = (await county.Find<ProjectView>("/api/projects/pay-1"))!;
        (project.PaidFen, project.LabourPayFen).ShouldBe((700_00, 100_00));
        var errors = await county.Errors(import.Id);
        errors.ShouldContain(line => line.StartsWith("4,支付金额,project.above-allocation", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("5,下达编号,project.entry-unknown", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("6,凭证号,project.voucher-reused", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith($"7,佐证材料,{RefusalCatalog.CodeOf(ImportRowRefusal.EvidenceInvalid)}", StringComparison.Ordinal));
        errors.ShouldContain(line => line.StartsWith("8,", StringComparison.Ordinal) && line.Contains("project.project-unknown", StringComparison.Ordinal));

        var again = await county.Import(ImportKinds.Payments, sheet);
        (again.Committed, again.Unchanged).ShouldBe((0, 2));
        (await county.Find<ProjectView>("/api/projects/pay-1"))!.PaidFen.ShouldBe(700_00);
    }
}
