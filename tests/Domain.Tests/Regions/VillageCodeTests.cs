using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Regions;

public sealed class VillageCodeTests
{
    [Theory]
    [InlineData("510823100201", true)]
    [InlineData("51082310020", false)]
    [InlineData("5108231002011", false)]
    [InlineData("51082310020a", false)]
    [InlineData("５10823100201", false)]
    [InlineData(null, false)]
    public void A_village_code_has_twelve_digits(string? code, bool wellFormed) => VillageCode.IsWellFormed(code).ShouldBe(wellFormed);

    [Theory]
    [InlineData("510823100899", false)]
    [InlineData("510823100900", true)]
    [InlineData("510823100999", true)]
    [InlineData("9", false)]
    public void Nine_hundred_and_above_marks_a_synthetic_village(string code, bool synthetic) => VillageCode.IsSynthetic(code).ShouldBe(synthetic);

    [Fact]
    public void The_code_begins_with_township_and_county()
    {
        VillageCode.Township("510823100901").ShouldBe("510823100");
        VillageCode.County("510823100901").ShouldBe("510823");
    }
}
