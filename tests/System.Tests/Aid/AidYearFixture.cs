using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Accounts;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>
/// Three partnerships in one year, two of them with 旺苍: reports in every state, money on its way to two projects. Amounts are small so that a test
/// can say them.
/// </summary>
public sealed class AidYearFixture : IAsyncLifetime
{
    public const string Xiaoshan = "xs-wc";
    public const string Ziyang = "zy-wc";
    public const string Zhechuan = "zc-tj";
    public const string EastWest = "510821-2022-east-west";
    public const string Proof = "0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11";
    public const string SameProof = "aa343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d22";
    public static readonly DateOnly Day = new(2022, 5, 12);

    public RunningSilo Silo { get; private set; } = null!;

    public HttpClient Wangcang { get; private set; } = null!;

    public HttpClient Tongjiang { get; private set; } = null!;

    public HttpClient Jiachuan { get; private set; } = null!; // 嘉川镇, a township of 旺苍.

    public HttpClient Province { get; private set; } = null!;

    public HttpClient PartnerXiaoshan { get; private set; } = null!;

    public HttpClient PartnerZiyang { get; private set; } = null!;

    public HttpClient PartnerZhechuan { get; private set; } = null!;

    public HttpClient PartnerOfBoth { get; private set; } = null!;

    public static DateOnly Today => TimeProvider.System.ChinaToday();

    public async ValueTask InitializeAsync()
    {
        Silo = await RunningSilo.Start();
        Wangcang = await Silo.SignedIn("wangcang", Roles.County, "510821");
        Tongjiang = await Silo.SignedIn("tongjiang", Roles.County, "511921");
        Jiachuan = await Silo.SignedIn("jiachuan", Roles.Township, "510821101");
        Province = await Silo.SignedIn("sichuan", Roles.ProvinceAnalyst, "51");
        PartnerXiaoshan = await Partner("xiaoshan", Xiaoshan);
        PartnerZiyang = await Partner("ziyang", Ziyang);
        PartnerZhechuan = await Partner("zhechuan", Zhechuan);
        PartnerOfBoth = await Partner("hangzhou", Xiaoshan, Zhechuan);
        await Agree();
        await Report();
        await Answer();
        await Spend();
        await Silo.Projected();
    }

    public ValueTask DisposeAsync() => Silo.DisposeAsync();

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:00000000}-0000-4000-8000-000000000000");

    public static string Path(string code, int number) => $"/api/partnerships/{code}/reports/{Id(number)}";

    public async Task<HttpClient> Partner(string account, params string[] codes)
    {
        var key = await Silo.Get<AccountDesk>().CreateIfMissing(
            account, Roles.PartnerCity, [.. codes.Select(Scope.Partnership)], "Correct-Horse-12-Battery", new DateOnly(2027, 6, 30));
        return Silo.Bearing((await Silo.SignIn(new SessionRequest(ApiKey: key))).Token);
    }

    public static SupportBody Money(string transfer, long fen, string recipient = "510821") => new(
        Day, 2022, "funds", "money", "协作资金", 0, "", fen, new(2022, 5, 10), recipient, null, [new("transfer", transfer)], [Hash(transfer)]);

    public static SupportBody InKind(string field, string form, decimal quantity, string unit, long fen, string recipient = "510821") => new(
        Day, 2022, field, form, "支援", quantity, unit, fen, new(2022, 6, 1), recipient, null, [], [Hash(field)]);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task Agree()
    {
        await Wangcang.Accepted($"/api/partnerships/{Xiaoshan}", new AgreementBody("east-west", "330109", "510821", 2021, null, "萧山旺苍协作协议"));
        await Wangcang.Accepted($"/api/partnerships/{Ziyang}", new AgreementBody("provincial-counterpart", "512000", "510821", 2021, null, "资阳旺苍对口帮扶协议"));
        await Tongjiang.Accepted($"/api/partnerships/{Zhechuan}", new AgreementBody("east-west", "330000", "511921", 2021, null, "浙川协作协议", TwoSignatures: true));
        await Wangcang.Accepted($"/api/partnerships/{Xiaoshan}/plans/2022", new PlanBody(new(2022, 3, 10),
        [
            new("funds", 600_00, 2, 0, new(2022, 12, 31)), new("industry", 40_00, 0, 0, new(2022, 12, 31)), new("consumption", 7_00, 0, 0, new(2022, 12, 31)),
            new("talent", 0, 0, 13, new(2022, 12, 31)),
        ], SalesFloorFen: 10_00));
        await Wangcang.Accepted($"/api/partnerships/{Xiaoshan}/exchanges/e1", new ExchangeBody("secondment", "萧山区", 3, new(2021, 9, 1), new(2022, 8, 31)));
        await Wangcang.Accepted($"/api/partnerships/{Xiaoshan}/exchanges/e2", new ExchangeBody("specialist", "萧山区", 99, new(2023, 1, 1), new(2023, 8, 31)));
        await Wangcang.Accepted($"/api/partnerships/{Xiaoshan}/pairings/p1", new PairingBody("township", "河上镇", "嘉川镇", "510821101", new(2021, 6, 1)));
    }

    private async Task Report()
    {
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 1), Money("ZJ-1", 300_00) with { Evidence = [SameProof] });
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 2), Money("ZJ-2", 200_00));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 3), InKind("industry", "goods", 5, "台", 50_00, "510821101"));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 4), InKind("consumption", "purchase", 1.5m, "吨", 7_00));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 5), InKind("talent", "training-places", 10, "人次", 0));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 6), Money("ZJ-SAME", 20_00)); // Never answered.
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 7), InKind("livelihood", "goods", 0, "", 9_00) with { On = Today }); // May still be answered.
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 8), Money("ZJ-8", 8_00));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 9), Money("ZJ-9", 9_00));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 10), Money("ZJ-10", 10_00));
        await PartnerZiyang.Accepted(Path(Ziyang, 11), Money("zj-same", 100_00));
        await PartnerZhechuan.Accepted(Path(Zhechuan, 12), Money("ZJ-12", 80_00, "511921") with { Evidence = [SameProof] });
        await PartnerZhechuan.Accepted(Path(Zhechuan, 13), Money("ZJ-13", 70_00, "511921")); // A draft: nobody signs it.
        await PartnerZhechuan.Accepted(Path(Zhechuan, 14), Money("ZJ-14", 60_00, "511921")); // Taken back before anybody signed it.
        await PartnerZhechuan.Accepted(Path(Zhechuan, 14) + "/corrections/k1", new CorrectionOfSupport(Money("ZJ-14", 65_00, "511921"), "更正"));
        await PartnerZhechuan.Accepted(Path(Zhechuan, 14) + "/withdrawal", new ReportWithdrawalBody(Day, "填错"));
        await PartnerOfBoth.Accepted(Path(Zhechuan, 12) + "/signature", new SignatureBody(Day));
    }

    private async Task Answer()
    {
        await Wangcang.Accepted(Path(Xiaoshan, 1) + "/decision", new AnswerBody(Day, "confirm"));
        await Wangcang.Accepted(Path(Xiaoshan, 2) + "/decision", new AnswerBody(Day, "confirm", 150_00, 0, "到账为150元"));
        foreach (var number in (int[])[3, 4, 5]) await Wangcang.Accepted(Path(Xiaoshan, number) + "/decision", new AnswerBody(Day, "confirm"));
        await PartnerXiaoshan.Accepted(Path(Xiaoshan, 8) + "/withdrawal", new ReportWithdrawalBody(Day, "重复填报"));
        await Wangcang.Accepted(Path(Xiaoshan, 9) + "/decision", new AnswerBody(Day, "return", Reason: "缺少回单"));
        await Wangcang.Accepted(Path(Xiaoshan, 10) + "/decision", new AnswerBody(Day, "dispute", Reason: "未到账"));
        await Wangcang.Accepted(Path(Xiaoshan, 10) + "/comments/c1", new CommentBody(Day, "请核对"));
        await Wangcang.Accepted(Path(Ziyang, 11) + "/decision", new AnswerBody(Day, "confirm"));
        await Tongjiang.Accepted(Path(Zhechuan, 12) + "/decision", new AnswerBody(Day, "confirm"));
    }

    private async Task Spend()
    {
        await Eventually(() => Wangcang.Find<FundView>($"/api/funds/{EastWest}"), view => view?.ConfirmedFen == 450_00); // There is none before its first promise.
        await Wangcang.Accepted($"/api/funds/{EastWest}/arrivals/a1", new ArrivalOfMoney(Day, 400_00, "V-1"));
        foreach (var (project, region) in new[] { ("wc-1", "510821101"), ("wc-2", "510821") })
        {
            await Wangcang.Accepted($"/api/projects/{project}", new ProjectBody(Day, $"项目{project}", "industry", region, 2022, 1_000_00, Xiaoshan, WorkRelief: true));
            await Wangcang.Accepted($"/api/projects/{project}/stages/approved", new StageBody(Day, "批复", [Proof]));
            await Wangcang.Accepted($"/api/projects/{project}/stages/contracted", new StageBody(Day, "合同", [Proof]));
        }
        await Wangcang.Accepted("/api/projects/wc-1/allocations/d1", new AllocationBody(Day, EastWest, 250_00));
        await Wangcang.Accepted("/api/projects/wc-2/allocations/d2", new AllocationBody(Day, EastWest, 120_00));
        await Eventually(() => Wangcang.Read<ProjectView>("/api/projects/wc-2"), view => view.AllocatedFen == 120_00);
        await Eventually(() => Wangcang.Read<ProjectView>("/api/projects/wc-1"), view => view.AllocatedFen == 250_00);
        await Wangcang.Accepted("/api/projects/wc-1/payments/y1", new PaymentBody(Day, "d1", 100_00, "labour", "PV-1", [Proof]));
        await Wangcang.Accepted("/api/projects/wc-2/payments/y2", new PaymentBody(Day, "d2", 60_00, "works", "PV-2", [Proof]));
        await Wangcang.Accepted("/api/projects/wc-2/payments/y3", new PaymentBody(Day, "d2", 10_00, "works", "PV-3", [Proof]));
        await Wangcang.Accepted("/api/projects/wc-2/payments/y3/reversal", new ReversalBody(Day, "误登"));
        await Wangcang.Accepted("/api/projects/wc-2/allocations/d2/returns/b1", new ReturnBody(Day, 20_00, "结余"));
        await Wangcang.Accepted("/api/projects/wc-1/rosters/2022-05", new RosterBody(Day, 5, 4, 6, 2, 3, 90_00, [Proof]));
        await Wangcang.Accepted("/api/projects/wc-1/rosters/2022-05", new RosterBody(Day, 5, 4, 6, 2, 3, 95_00, [Proof]));
        await Eventually(() => Wangcang.Read<FundView>($"/api/funds/{EastWest}"), view => view.AllocatedFen == 350_00);
    }

    public static async Task<T> Eventually<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        for (var attempt = 0; ; attempt++)
        {
            var value = await read();
            if (wanted(value)) return value;
            attempt.ShouldBeLessThan(200);
            await Task.Delay(50);
        }
    }
}
