using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Privacy;

public sealed class OrganisationCodeTests
{
    // The township office that published the plan of 扶欢.
    [Fact]
    public void The_code_in_the_plan_of_fuhuan_is_valid() => OrganisationCode.Check("11500222742856713G").ShouldBeNull();

    [Theory]
    [InlineData(null, OrganisationCodeRefusal.Missing)]
    [InlineData(" ", OrganisationCodeRefusal.Missing)]
    [InlineData("11500222742856713", OrganisationCodeRefusal.Malformed)]
    [InlineData("11500222742856713g", OrganisationCodeRefusal.Malformed)]
    [InlineData("11500222742856713I", OrganisationCodeRefusal.Malformed)]
    [InlineData("11500222742856713H", OrganisationCodeRefusal.CheckDigitWrong)]
    [InlineData("11500222742856731G", OrganisationCodeRefusal.CheckDigitWrong)]
    public void What_is_wrong_with_a_code_is_said(string? code, OrganisationCodeRefusal refusal) => OrganisationCode.Check(code).ShouldBe(refusal);
}
