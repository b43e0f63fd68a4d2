using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>What somebody may have typed into a name that is published. All numbers are made up.</summary>
public sealed class PersonalTracesTests
{
    [Theory]
    [InlineData("危房改造 11010519491231002X 户", PersonalTrace.NationalId)]
    [InlineData("危房改造11010519491231002x", PersonalTrace.NationalId)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", PersonalTrace.NationalId)]      // Full width.
    [InlineData("110105 1949 1231 002X", PersonalTrace.NationalId)]
    [InlineData("编号99110105194912310021X11010519491231002X", PersonalTrace.NationalId)]  // Glued to something else.
    [InlineData("110105\u200b19491231002X", PersonalTrace.NationalId)]   // With a character nobody sees.
    [InlineData("联系人 13800001234", PersonalTrace.MobilePhone)]
    [InlineData("138-0000-1234", PersonalTrace.MobilePhone)]
    [InlineData("+86 138 0000 1234", PersonalTrace.MobilePhone)]
    [InlineData("一三八零零零零一二三四", PersonalTrace.MobilePhone)]
    [InlineData("收款 6222 0200 0000 0000 000", PersonalTrace.BankCard)]
    public void A_number_that_names_a_person_is_found(string text, PersonalTrace trace) => PersonalTraces.Find(text).ShouldBe(trace);

    [Theory]
    [InlineData("万亩黄茶乡村振兴示范园区")]
    [InlineData("2022年第三批项目（编号510821-2022-001）")]
    [InlineData("110105194912310021")]          // A wrong check digit: some other number of eighteen digits.
    [InlineData("旺财农〔2022〕18号 1740万元")]
    [InlineData("服务电话 0839-4202000")]
    [InlineData("12800001234")]
    [InlineData("1895万元、288户、386人")]
    [InlineData("")]
    [InlineData(null)]
    public void What_names_nobody_passes(string? text) => PersonalTraces.Find(text).ShouldBeNull();

    // A keeper is a body or a post; a bare name is somebody.
    [Theory]
    [InlineData("张三", true)]
    [InlineData("欧阳明", true)]
    [InlineData("李四海", true)]
    [InlineData("太平场村村民委员会", false)]
    [InlineData("护林员", false)]
    [InlineData("张华镇", false)]
    [InlineData("高阳小学", false)]
    [InlineData("管水员", false)]
    public void A_keeper_that_looks_like_a_name_is_found(string keeper, bool found) =>
        PersonalTraces.FindInBody(keeper).ShouldBe(found ? PersonalTrace.PersonalName : null);
}
