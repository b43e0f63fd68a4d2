using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace Revitalization.Portal.OData.Model;

/// <summary>The same sets as ODataLib's model, for <c>$metadata</c> and for parsing.</summary>
internal static class EdmDisclosure
{
    public const string Namespace = "Revitalization";
    private static readonly Dictionary<string, EdmEntityType> Types = new(StringComparer.Ordinal);

    /// <summary>Org.OData.Measures.V1.Unit, which ODataLib knows no model of.</summary>
    private static readonly EdmTerm MeasureUnit = new("Org.OData.Measures.V1", "Unit", EdmPrimitiveTypeKind.String);

    public static readonly EdmModel Model = Build();

    public static IEdmEntityType TypeOf(SetModel set) => Types[set.Name];

    public static IEdmEntitySet SetOf(SetModel set) => Model.EntityContainer.FindEntitySet(set.Name);

    public static EdmPrimitiveTypeKind KindOf(DataType type) => type switch
    {
        DataType.Text => EdmPrimitiveTypeKind.String,
        DataType.Boolean => EdmPrimitiveTypeKind.Boolean,
        DataType.Int32 => EdmPrimitiveTypeKind.Int32,
        DataType.Int64 => EdmPrimitiveTypeKind.Int64,
        DataType.Decimal => EdmPrimitiveTypeKind.Decimal,
        DataType.Date => EdmPrimitiveTypeKind.Date,
        DataType.Time => EdmPrimitiveTypeKind.DateTimeOffset,
        DataType.Guid => EdmPrimitiveTypeKind.Guid,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static IEdmTypeReference Reference(DataType type, bool nullable) => type == DataType.Decimal
        ? EdmCoreModel.Instance.GetDecimal(precision: 19, scale: Contracts.Releases.DecimalText.Decimals, nullable)
        : EdmCoreModel.Instance.GetPrimitive(KindOf(type), nullable);

    private static EdmModel Build()
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "Disclosure");
        foreach (var set in Disclosure.InOrder) model.AddElement(Types[set.Name] = TypeWithProperties(set));
        foreach (var set in Disclosure.InOrder) container.AddEntitySet(set.Name, Types[set.Name]);
        foreach (var set in Disclosure.InOrder) AddNavigations(set, container);
        model.AddElement(container);
        foreach (var set in Disclosure.InOrder) Describe(model, set);
        return model;
    }

    // What a property is and what it counts, for readers who have the address only.
    private static void Describe(EdmModel model, SetModel set)
    {
        foreach (var property in set.Properties)
        {
            var described = Types[set.Name].FindProperty(property.Name);
            model.SetDescriptionAnnotation(described, property.Unit is null ? property.Heading : $"{property.Heading}（{property.Unit}）");
            if (property.Unit is null) continue;
            var unit = new EdmVocabularyAnnotation(described, MeasureUnit, new EdmStringConstant(property.Unit));
            unit.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
            model.AddVocabularyAnnotation(unit);
        }
    }

    private static EdmEntityType TypeWithProperties(SetModel set)
    {
        var type = new EdmEntityType(Namespace, set.EntityName);
        var properties = set.Properties.ToDictionary(
            property => property.Name, property => type.AddStructuralProperty(property.Name, Reference(property.Type, property.Nullable)));
        type.AddKeys(set.Key.Select(key => properties[key]));
        return type;
    }

    private static void AddNavigations(SetModel set, EdmEntityContainer container)
    {
        var own = (EdmEntitySet)container.FindEntitySet(set.Name);
        foreach (var navigation in set.Navigations)
        {
            var added = Types[set.Name].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = navigation.Name,
                Target = Types[navigation.Target],
                TargetMultiplicity = Multiplicity(set, navigation),
            });
            own.AddNavigationTarget(added, container.FindEntitySet(navigation.Target));
        }
    }

    private static EdmMultiplicity Multiplicity(SetModel set, Navigation navigation) =>
        navigation.Many ? EdmMultiplicity.Many
        : set.Find(navigation.Local)!.Nullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One;
}
