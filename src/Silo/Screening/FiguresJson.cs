using System.Text.Json.Serialization;
using Revitalization.Domain.Screening;

namespace Revitalization.Silo.Screening;

/// <summary>Figures as a table keeps them: what is default is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ScreeningFigures))]
internal sealed partial class FiguresJson : JsonSerializerContext;
