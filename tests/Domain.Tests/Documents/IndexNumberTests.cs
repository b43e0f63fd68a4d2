using Revitalization.Domain.Documents;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>Index numbers and document numbers, as five counties write them.</summary>
public sealed class IndexNumberTests
{
    // 扶欢's code checks by both standards: its eighteen letters, and the organisation code it carries.
    [Fact]
    public void The_index_number_of_fuhuan_is_right_and_carries_an_organisation_code_that_is_right_too()
    {
        var index = IndexNumber.Read("11500222742856713G/2022-00001");

        index.ShouldBe(new(IndexNumberForm.CreditCode, "11500222742856713G", 2022, null));
        index.Region.ShouldBe("500222");
        OrganisationCode.Carried(index.Organisation).ShouldBe("742856713");
    }

    [Theory]
    [InlineData("742856713/2022-00001", IndexNumberForm.OrganisationCode, null)]
    [InlineData("74285671-3/2022-00001", IndexNumberForm.OrganisationCode, null)]
    [InlineData("742856714/2022-00001", IndexNumberForm.OrganisationCode, OrganisationCodeRefusal.CheckDigitWrong)]
    [InlineData("11500222742856713H/2022-00001", IndexNumberForm.CreditCode, OrganisationCodeRefusal.CheckDigitWrong)]
    [InlineData("xzfgzbmsqxxczxj/2023-0049", IndexNumberForm.Pinyin, null)]
    [InlineData("11500222742856713G", IndexNumberForm.Malformed, null)]
    [InlineData("11500222742856713G/22-00001", IndexNumberForm.Malformed, null)]
    [InlineData("11500222742856713G/2022-1", IndexNumberForm.Malformed, null)]
    [InlineData("11500222742856713I/2022-00001", IndexNumberForm.Malformed, null)]
    [InlineData("", IndexNumberForm.Malformed, null)]
    [InlineData(null, IndexNumberForm.Malformed, null)]
    public void An_index_number_is_taken_apart(string? text, IndexNumberForm form, OrganisationCodeRefusal? broken)
    {
        var index = IndexNumber.Read(text);

        (index.Form, index.Broken).ShouldBe((form, broken));
    }

    // GB 11714's own example, and codes whose check letter is X and 0.
    [Theory]
    [InlineData("D21435873", OrganisationCodeRefusal.CheckDigitWrong)]
    [InlineData("D2143569X", null)]
    [InlineData("742856713", null)]
    [InlineData("74285671", OrganisationCodeRefusal.Malformed)]
    [InlineData("d2143569X", OrganisationCodeRefusal.Malformed)]
    [InlineData("", OrganisationCodeRefusal.Missing)]
    public void An_organisation_code_of_nine_letters_is_checked(string code, OrganisationCodeRefusal? refusal) =>
        OrganisationCode.CheckCarried(code).ShouldBe(refusal);

    [Theory]
    [InlineData("扶欢府发〔2021〕22号", "扶欢府发", 2021, 22, true)]
    [InlineData("示例府发[2021]22号", "示例府发", 2021, 22, false)]
    [InlineData("示例府发（2021）第22号", "示例府发", 2021, 22, false)]
    [InlineData("示例府发〔2021〕022号", "示例府发", 2021, 22, false)]
    public void A_document_number_is_taken_apart(string text, string word, int year, int serial, bool proper) =>
        DocumentNumber.Read(text).ShouldBe(new DocumentNumber(word, year, serial, proper));

    [Theory]
    [InlineData("2021年第22号")]
    [InlineData("示例府发〔2021〕号")]
    [InlineData("〔2021〕22号")]
    [InlineData("见示例府发〔2021〕22号文件")]
    [InlineData("")]
    public void What_is_no_document_number_is_none(string text) => DocumentNumber.Read(text).ShouldBeNull();
}
