using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>What a side did on a report it can prove with nothing but the receipt and the published key.</summary>
public sealed class AidReceiptTests(AidYearFixture year) : IClassFixture<AidYearFixture>
{
    private async Task<ReleaseKey> PublishedKey()
    {
        var keys = await year.Wangcang.GetFromJsonAsync<JsonObject>("/.well-known/jwks.json");
        return ReleaseKey.FromJwk(keys!["keys"]![0]!.ToJsonString());
    }

    /// <summary>As a partner would check it: over the JSON as it came, in canonical form, without its signature.</summary>
    private static bool Verifies(JsonObject receipt, ReleaseKey key)
    {
        var signed = (JsonObject)receipt.DeepClone();
        signed.Remove("signature");
        return key.Verifies(CanonicalJson.Write(signed), new(receipt["keyId"]!.GetValue<string>(), receipt["signature"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_act_of_either_side_has_a_receipt_that_the_published_key_proves()
    {
        using var key = await PublishedKey();
        var receipts = await year.PartnerXiaoshan.GetFromJsonAsync<JsonArray>(Path(Xiaoshan, 10) + "/receipts");

        receipts.ShouldNotBeNull();
        receipts.Select(each => each!["act"]!.GetValue<string>()).ShouldBe(["aid-report.reported", "aid-report.disputed", "aid-report.commented"]);
        receipts.Select(each => each!["by"]!.GetValue<string>()).ShouldBe(["xiaoshan", "wangcang", "wangcang"]);
        receipts[0]!["amountFen"]!.GetValue<long>().ShouldBe(10_00);
        foreach (var receipt in receipts.Cast<JsonObject>())
        {
            Verifies(receipt, key).ShouldBeTrue();
            foreach (var field in (string[])["report", "partnership", "act", "stream", "by", "contentHash"])
            {
                var forged = (JsonObject)receipt.DeepClone();
                forged[field] = "else";
                Verifies(forged, key).ShouldBeFalse(field);
            }
            var dearer = (JsonObject)receipt.DeepClone();
            dearer["amountFen"] = receipt["amountFen"]!.GetValue<long>() + 1;
            Verifies(dearer, key).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_reply_to_an_act_holds_its_receipt_and_a_repeat_the_same_one()
    {
        using var key = await PublishedKey();
        var body = InKind("donation", "donation", 1, "批", 5_00);
        var first = (await year.PartnerXiaoshan.Accepted(Path(Xiaoshan, 61), body)).Signed!;
        var again = (await year.PartnerXiaoshan.Accepted(Path(Xiaoshan, 61), body)).Signed!;
        var confirmed = (await year.Wangcang.Accepted(Path(Xiaoshan, 61) + "/decision", new AnswerBody(Day, "confirm", 4_00, Reason: "少一箱"))).Signed!;

        again.ShouldBe(first with { Signature = again.Signature }); // ECDSA signs with fresh randomness.
        (first.Act, first.AmountFen, first.By).ShouldBe(("aid-report.reported", 5_00, "xiaoshan"));
        (confirmed.Act, confirmed.AmountFen, confirmed.By).ShouldBe(("aid-report.confirmed", 4_00, "wangcang"));
        foreach (var receipt in (SignedReceipt[])[first, again, confirmed])
            Verifies((JsonObject)JsonSerializer.SerializeToNode(receipt, Revitalization.Hosting.Json.ServiceJson.Options)!, key).ShouldBeTrue();
        (await year.Wangcang.Accepted($"/api/partnerships/{Xiaoshan}/pairings/p9", new PairingBody("school", "萧山中学", "旺苍中学", null, Day))).Signed.ShouldBeNull();
        await year.Silo.Projected();
    }

    [Fact]
    public async Task Receipts_are_shown_to_whoever_may_see_the_report()
    {
        await year.PartnerZiyang.GetAsync(Path(Xiaoshan, 10) + "/receipts").Refused(AccessRefusal.ScopeElsewhere);
        (await year.Wangcang.Read<List<SignedReceipt>>(Path(Xiaoshan, 10) + "/receipts")).Count.ShouldBe(3);
    }
}
