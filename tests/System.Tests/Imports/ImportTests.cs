using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Calendar;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Imports;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Running;
using Revitalization.SystemTests.Hosting;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>A county's sheets from upload to register and back.</summary>
public sealed class ImportTests
{
    private static readonly string TwoHouseholds =
        $"{Sheets.Households}{RunningSilo.Village},H001,脱贫户,,,2023-01-10\n{RunningSilo.Village},H002,脫貧戶,突发严重困难户,是,2023-01-10\n";

    private static string Member(string household, string member, int person, string relation = "户主", string name = "示例甲") =>
        $"{household},{member},{name},{Given.NationalId(person)},{relation},2023-01-10\n";

    [Fact]
    public async Task Good_rows_commit_and_bad_ones_come_back_with_row_column_and_reason()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");

        var import = await county.Import("households", TwoHouseholds + $"{RunningSilo.Village},H003,贫困户,,,2023-13-01\n510823100999,H004,脱贫户,,,2023-01-10\n");

        import.State.ShouldBe(ImportStates.Completed);
        (import.RowsRead, import.Committed, import.Refused).ShouldBe((4, 2, 2));
        import.Cleanings.ShouldContain(line => line.Column == "户类型" && line.Kind == "Traditional" && line.Cells == 1);
        var errors = await county.Errors(import.Id);
        errors[0].ShouldStartWith("行号,列,原因代码");
        errors[1..].Select(line => line[..line.IndexOf(',', line.IndexOf(',', line.IndexOf(',') + 1) + 1)]).ShouldBe(
            ["4,户类型,import-row.not-in-list", "4,信息更新日期,import-row.not-a-date", "5,行政村代码,household.village-unknown"], ignoreOrder: true);
    }

    // What a county sends twice by mistake, or after a lost reply, must not become twice the facts.
    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", TwoHouseholds);
        await county.Import("members", Sheets.Members + Member("H001", "M1", 1));
        await county.Import("incomes", Sheets.Incomes + "H001,2023年第一季度,1000,500,100,10,40\n");

        (await county.Import("households", TwoHouseholds)).Unchanged.ShouldBe(2);
        (await county.Import("members", Sheets.Members + Member("H001", "M1", 1))).Unchanged.ShouldBe(1);
        (await county.Import("incomes", Sheets.Incomes + "H001,2023-Q1,1000,500,100,10,40\n")).Unchanged.ShouldBe(1);

        await silo.Projected();
        (await county.Read<HouseholdView>("/api/households/H001")).Incomes.Single().NetFen.ShouldBe(1450_00);
    }

    // First the villages, then their households, both at once: the list of names runs behind the log and is believed for seconds.
    [Fact]
    public async Task Households_name_villages_whose_sheet_went_in_a_moment_ago()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        const string headings = "乡镇,行政村,户编号,户类型,信息更新日期\n";
        (await county.Import("households", headings + "普安镇,新名村(示例),H005,脱贫户,2023-01-10\n")).Refused.ShouldBe(1);

        using var villages = await county.Upload("villages", "行政村代码,行政村,设立日期\n510823100915,新名村(示例),2020-01-01\n");
        var households = await county.Import("households", headings + "普安镇,新名村(示例),H005,脱贫户,2023-01-10\n");

        (households.Committed, households.Refused).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_row_that_repeats_another_comes_back()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", TwoHouseholds);

        var import = await county.Import("members", Sheets.Members + Member("H001", "M1", 1) + Member("H002", "M1", 1));

        (import.Committed, import.Duplicates).ShouldBe((1, 1));
        import.Reasons.Single().Code.ShouldBe("import-row.duplicate-in-file");
    }

    [Fact]
    public async Task A_second_import_says_which_of_its_rows_put_a_person_into_a_second_household()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", TwoHouseholds);
        await county.Import("members", Sheets.Members + Member("H001", "M1", 1) + Member("H001", "M2", 2, "配偶"));

        var second = await county.Import("members", Sheets.Members + Member("H002", "M5", 3) + Member("H002", "M6", 2, "配偶"));

        (second.Committed, second.Refused).ShouldBe((2, 0));
        await silo.Projected();
        var found = await county.Read<ImportDuplicates>($"/api/imports/{second.Id}/duplicates");
        found.Rows.ShouldBe(1);
        var row = found.Items.Single();
        (row.Row, row.Household, row.Member).ShouldBe((3, "H002", "M6"));
        row.Person.Places.Select(place => place.Household).ShouldBe(["H001", "H002"]);
        row.Person.NationalIdMasked.ShouldNotBe(Given.NationalId(2));
        var elsewhere = await silo.SignedIn("tongjiang", Roles.County, "511921");
        await elsewhere.GetAsync($"/api/imports/{second.Id}/duplicates").Refused(ImportRefusal.ImportUnknown);
    }

    // An error file is passed around in an office: nothing personal may stand in it, nor on the disk in plain.
    [Fact]
    public async Task Neither_the_error_file_nor_the_disk_shows_a_person()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var wrong = Given.NationalId(1)[..17] + (Given.NationalId(1)[17] == '1' ? '2' : '1');

        var import = await county.Import("members", $"{Sheets.Members}H001,M1,示例丁某,{wrong},户主,2023-01-10\n");

        import.Refused.ShouldBe(1);
        var errors = string.Concat(await county.Errors(import.Id));
        errors.ShouldContain("证件号码");
        errors.ShouldNotContain(wrong);
        errors.ShouldNotContain("示例丁某");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(silo.Data, "imports"), "*", SearchOption.AllDirectories))
            Contains(await File.ReadAllBytesAsync(file), wrong).ShouldBeFalse(file);
    }

    private static bool Contains(byte[] file, string text) => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    [Fact]
    public async Task An_upload_sent_again_under_its_key_is_one_import()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        county.DefaultRequestHeaders.Add("Idempotency-Key", "june-sheet");

        var first = await county.Import("households", TwoHouseholds);

        (await county.Import("households", TwoHouseholds)).ShouldBeEquivalentTo(first);
        // Another sheet under that key would seem to have gone in.
        await county.Upload("households", TwoHouseholds + $"{RunningSilo.Village},H003,脱贫户,,,2023-01-10\n").Refused(ImportRefusal.KeyReused);
        await county.Upload("households", TwoHouseholds[..^12]).Refused(ImportRefusal.KeyReused);
        await county.Upload("incomes", TwoHouseholds).Refused(ImportRefusal.KeyReused);
        (await silo.Get<ImportDesk>().Find(first.Id)).Tally.RowsRead.ShouldBe(2);
    }

    [Fact]
    public async Task A_form_with_a_file_is_taken_like_a_bare_body()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("510823"), "region" },
            { new StringContent("县台账"), "source" },
            { new ByteArrayContent(Sheets.Gb18030(TwoHouseholds)), "file", "户表.csv" },
        };

        using var reply = await county.PostAsync("/api/imports/households", form);

        reply.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var import = await county.Finished((await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!.Id);
        (import.Committed, import.Source, import.Encoding).ShouldBe((2, "县台账", "GB18030"));
    }

    [Fact]
    public async Task A_saved_mapping_lets_a_sources_own_sheet_load_as_it_is()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", TwoHouseholds);
        const string sheet = "户号,所属季度,务工收入(万元),生产经营性收入,生产经营性支出,财产性收入,转移性收入\nH001,2023-Q1,1.25,\"1,500.00\",１００,0,0\n";
        await county.Upload("incomes", sheet, "?source=tai").Refused(ImportRefusal.ColumnMissing, "户编号");
        var mapping = new ColumnMappingBody(
        [
            new("户号", "household"), new("所属季度", "period"), new("務工收入（万元）", "wage", Unit: "万元"),
            new("生产经营性收入", "operating", NumberForms.Grouped), new("生产经营性支出", "cost", NumberForms.FullWidth),
        ]);
        await county.Accepted("/api/imports/mappings/incomes/tai", mapping);

        (await county.Import("incomes", sheet, "?source=tai")).Committed.ShouldBe(1);

        await silo.Projected();
        var income = (await county.Read<HouseholdView>("/api/households/H001")).Incomes.Single();
        (income.WageFen, income.OperatingFen, income.OperatingCostFen).ShouldBe((12_500_00, 1_500_00, 100_00));
        (await county.Read<ColumnMappingList>("/api/imports/mappings")).Items.Single().Columns.Count.ShouldBe(5);
        (await county.DeleteAsync("/api/imports/mappings/incomes/tai")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await county.GetAsync("/api/imports/mappings/incomes/tai").Refused(ImportRefusal.MappingUnknown);
        await county.Put("/api/imports/mappings/incomes/tai", new ColumnMappingBody([new("户号", "nonsense")])).Refused(ImportRefusal.MappingInvalid);
    }

    // The county's changes go back into the sheet they came from, so that nobody types them twice.
    [Fact]
    public async Task What_changed_in_the_register_is_written_back_into_the_same_sheet()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var sheet = "备注,户编号,户类型,行政村代码,信息更新日期\n甲,H001,脱贫户," + RunningSilo.Village + ",2023/1/10\n";
        var import = await county.Import("households", sheet);
        import.UnknownColumns.ShouldBe(["备注"]);
        var members = await county.Import("members", Sheets.Members + Member("H001", "M1", 1));
        await county.Accepted("/api/households/H001", Given.Household(kind: "low-income", on: new DateOnly(2023, 5, 1)));
        await county.Accepted("/api/households/H009", Given.Household());
        await silo.Projected();

        (await county.GetStringAsync($"/api/imports/{import.Id}/write-back")).TrimStart('\ufeff').Split("\r\n").ShouldBe(
            ["备注,户编号,户类型,行政村代码,信息更新日期", $"甲,H001,农村低收入户,{RunningSilo.Village},2023/1/10", $",H009,脱贫户,{RunningSilo.Village},2023-01-10", ""]);
        var workbook = await county.GetByteArrayAsync($"/api/imports/{members.Id}/write-back?format=xlsx");
        Sheets.Rows(workbook)[1].Cells[3].Text.ShouldBe(Given.NationalId(1));
    }

    // Saved anew in the middle, another mapping would read the rest of the sheet into other fields than its beginning.
    [Fact]
    public async Task A_sheet_is_read_to_its_end_by_the_mapping_it_was_received_with()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", TwoHouseholds);
        await county.Accepted("/api/imports/mappings/incomes/tai", new ColumnMappingBody([new("甲", "wage", Unit: "万元"), new("乙", "property")]));
        const string sheet = "户编号,期间,甲,生产经营性收入(元),生产经营性支出(元),乙,转移性收入(元)\nH001,2023-Q1,1.5,0,0,20,0\n";
        var id = await silo.Waiting("incomes", sheet, "tai");

        await county.Accepted("/api/imports/mappings/incomes/tai", new ColumnMappingBody([new("甲", "property"), new("乙", "wage")]));
        silo.Get<ImportQueue>().Add(id);
        var import = await county.Finished(id);
        await county.DeleteAsync("/api/imports/mappings/incomes/tai");

        (import.State, import.Committed).ShouldBe((ImportStates.Completed, 1));
        await silo.Projected();
        var income = (await county.Read<HouseholdView>("/api/households/H001")).Incomes.Single();
        (income.WageFen, income.PropertyFen).ShouldBe((15_000_00, 20_00));
        (await county.GetStringAsync($"/api/imports/{id}/write-back")).ShouldContain("H001,2023-Q1,1.5,0,0,20,0");
        (await county.GetAsync($"/api/imports/{id}/duplicates")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_erased_person_is_not_written_back_from_the_sheet_that_still_names_them()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Import("households", Sheets.Households + $"{RunningSilo.Village},H001,脱贫户,,,2023-01-10\n");
        var import = await county.Import("members", Sheets.Members + Member("H001", "M1", 1) + Member("H001", "M2", 2, relation: "配偶"));

        await county.Accepted("/api/households/H001/members/M1/erasure", new ErasureBody("个人信息保护法第四十七条", new DateOnly(2023, 12, 31)));
        await silo.Projected();

        var rows = Sheets.Rows(await county.GetByteArrayAsync($"/api/imports/{import.Id}/write-back?format=xlsx"));
        rows[1].Cells.Select(cell => cell.Text).Take(4).ShouldBe(["H001", "M1", "", ""]);
        rows[2].Cells[3].Text.ShouldBe(Given.NationalId(2));
    }

    [Fact]
    public async Task A_households_group_is_imported_shown_found_and_written_back()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        const string headings = "户编号,户类型,行政村代码,村民小组,信息更新日期";
        var import = await county.Import("households", $"{headings}\nH001,脱贫户,{RunningSilo.Village},3,2023-01-10\n");
        (await county.Read<HouseholdView>("/api/households/H001")).Group.ShouldBe("3");
        await county.Accepted("/api/households/H001", Given.Household(on: new DateOnly(2023, 5, 1)) with { Group = "张家湾" });
        (await county.Import("households", Sheets.Households + $"{RunningSilo.Village},H001,脱贫户,,,2023-05-01\n")).Unchanged.ShouldBe(1);
        await silo.Projected();

        var found = await county.PostAsJsonAsync("/api/households/search", new HouseholdSearch(HouseholdId: "H001"), ServiceJson.Options);
        (await found.Content.ReadFromJsonAsync<Page<HouseholdFound>>(ServiceJson.Options))!.Items.Single().Group.ShouldBe("张家湾");
        (await county.GetStringAsync($"/api/imports/{import.Id}/write-back")).ShouldContain($"H001,脱贫户,{RunningSilo.Village},张家湾,2023-01-10");
        await county.Accepted("/api/households/H001", Given.Household(on: new DateOnly(2023, 6, 1)) with { Group = "" });
        (await county.Read<HouseholdView>("/api/households/H001")).Group.ShouldBeNull();
    }

    // A kill between two checkpoints: the rows after the last one are read again and must not count or change twice.
    [Fact]
    public async Task A_killed_import_goes_on_from_its_checkpoint()
    {
        var data = Path.Combine(Path.GetTempPath(), "silo-" + Path.GetRandomFileName());
        string id;
        await using (var silo = await (await RunningSilo.Start(data, keepData: true)).WithVillages())
        {
            var county = await silo.SignedIn("jiange", Roles.County, "510823");
            using var reply = await county.Upload("households", Many(4000));
            id = (await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!.Id;
            while ((await silo.Get<ImportDesk>().Find(id)) is { IsFinal: false, Tally.RowsRead: < 512 }) await Task.Delay(10);
        }
        await using (var silo = await RunningSilo.Start(data))
        {
            var county = await silo.SignedIn("jiange-again", Roles.County, "510823");

            var import = await county.Finished(id);

            (import.State, import.RowsRead, import.Committed, import.Refused).ShouldBe((ImportStates.Completed, 4000, 4000, 0));
            await silo.Projected();
        }
    }

    private static string Many(int households) =>
        Sheets.Households + string.Concat(Enumerable.Range(0, households).Select(n => $"{RunningSilo.Village},H{n:00000},脱贫户,,,2023-01-10\n"));

    [Fact]
    public async Task A_cancelled_import_stops_and_keeps_what_it_has_committed()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        using var reply = await county.Upload("households", Many(20_000));
        var id = (await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!.Id;

        (await county.DeleteAsync($"/api/imports/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await county.Finished(id)).State.ShouldBe(ImportStates.Cancelled);
        var done = await county.Import("households", TwoHouseholds);
        await county.DeleteAsync($"/api/imports/{done.Id}").Refused(ImportRefusal.AlreadyFinished);
        await county.PutAsync($"/api/imports/{done.Id}/resumption", null).Refused(ImportRefusal.NotCancelled);
    }

    // Cancelled twice and resumed twice: every row is committed once and counted once, those on their way at a cancelling too.
    [Fact]
    public async Task A_cancelled_import_is_resumed_where_it_stopped()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        using var reply = await county.Upload("households", Many(6000) + $"{RunningSilo.Village},H00001,脱贫户,,,2023-01-10\n");
        var id = (await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!.Id;
        for (var stop = 1; stop <= 2; stop++)
        {
            while ((await silo.Get<ImportDesk>().Find(id)) is { IsFinal: false, Tally.RowsRead: var read } && read < 1000 * stop) await Task.Delay(5);
            using var cancelled = await county.DeleteAsync($"/api/imports/{id}");
            if (!cancelled.IsSuccessStatusCode) break; // It was over first.
            (await county.PutAsync($"/api/imports/{id}/resumption", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var again = await county.PutAsync($"/api/imports/{id}/resumption", null);
            if (again.StatusCode != HttpStatusCode.OK) await Task.FromResult(again).Refused(ImportRefusal.NotCancelled); // It came to its end between the two.
        }

        var import = await county.Finished(id);

        (import.State, import.RowsRead, import.Committed, import.Unchanged, import.Duplicates).ShouldBe((ImportStates.Completed, 6001, 6000, 0, 1));
        (await county.Errors(id)).Length.ShouldBe(2);
        var elsewhere = await silo.SignedIn("tongjiang", Roles.County, "511921");
        await elsewhere.PutAsync($"/api/imports/{id}/resumption", null).Refused(ImportRefusal.ImportUnknown);
    }

    [Fact]
    public async Task Uploads_and_error_files_are_deleted_after_their_days()
    {
        var clock = new AdjustableClock();
        await using var silo = await (await RunningSilo.Start(clock: clock)).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var import = await county.Import("households", TwoHouseholds);
        import.FilesDeletedOn.ShouldBe(clock.ChinaToday().AddDays(30));

        clock.Advance(TimeSpan.FromDays(31));
        await new ImportSweep(silo.Get<IGrainFactory>(), silo.Get<ImportFiles>(), clock, NullLogger<ImportSweep>.Instance).Sweep(TestContext.Current.CancellationToken);

        (await silo.Get<ImportDesk>().Find(import.Id)).FilesDeleted.ShouldBeTrue();
        silo.Get<ImportFiles>().HasUpload(import.Id).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(Path.Combine(silo.Data, "imports")).ShouldBeEmpty();
        county = await silo.SignedIn("jiange2", Roles.County, "510823");
        await county.GetAsync($"/api/imports/{import.Id}/errors.csv").Refused(ImportRefusal.FilesDeleted);
    }

    [Fact]
    public async Task Imports_are_listed_newest_first_within_the_callers_county()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var first = await county.Import("households", TwoHouseholds);
        var second = await county.Import("households", TwoHouseholds);
        await silo.Projected();

        var page = await county.Read<ImportPage>("/api/imports?limit=1");
        page.Items.Single().Id.ShouldBe(second.Id);
        (await county.Read<ImportPage>($"/api/imports?limit=1&cursor={page.Cursor}")).Items.Single().Id.ShouldBe(first.Id);
        var elsewhere = await silo.SignedIn("tongjiang", Roles.County, "511921");
        (await elsewhere.Read<ImportPage>("/api/imports")).Items.ShouldBeEmpty();
        await elsewhere.GetAsync($"/api/imports/{first.Id}").Refused(ImportRefusal.ImportUnknown);
    }
}
