using Microsoft.OData.Edm;

namespace Revitalization.Portal.OData.Model;

/// <summary>The same sets as ODataLib's model, for <c>$metadata</c> and for parsing.</summary>
internal static class EdmDisclosure
{
    public const string Namespace = "Revitalization";
    private static readonly Dictionary<string, EdmEntityType> Types = new(StringComparer.Ordinal);

    /// <summary>For parsing.</summary>
    public static readonly EdmModel Model = Build(Types);

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

    /// <summary>For <c>$metadata</c>: with what one service can do, and what its columns are.</summary>
    public static EdmModel Described(PortalOptions portal)
    {
        var types = new Dictionary<string, EdmEntityType>(StringComparer.Ordinal);
        var model = Build(types);
        EdmCapabilities.Describe(model, portal);
        var annotator = new Annotator(model);
        foreach (var set in Disclosure.InOrder) Describe(annotator, set, types[set.Name]);
        return model;
    }

    private static EdmModel Build(Dictionary<string, EdmEntityType> types)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "Disclosure");
        foreach (var set in Disclosure.InOrder) model.AddElement(types[set.Name] = TypeWithProperties(set));
        foreach (var set in Disclosure.InOrder) container.AddEntitySet(set.Name, types[set.Name]);
        foreach (var set in Disclosure.InOrder) AddNavigations(set, types, container);
        model.AddElement(container);
        return model;
    }

    // What a property is and what it counts, for readers who have the address only.
    private static void Describe(Annotator annotator, SetModel set, EdmEntityType type)
    {
        foreach (var property in set.Properties)
        {
            var described = type.FindProperty(property.Name);
            annotator.Describe(described, property.Unit is null ? property.Heading : $"{property.Heading}（{property.Unit}）");
            if (property.Unit is not null) annotator.Add(described, Annotator.Measures + "Unit", Annotator.Text(property.Unit));
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

    private static void AddNavigations(SetModel set, Dictionary<string, EdmEntityType> types, EdmEntityContainer container)
    {
        var own = (EdmEntitySet)container.FindEntitySet(set.Name);
        foreach (var navigation in set.Navigations)
        {
            var added = types[set.Name].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = navigation.Name,
                Target = types[navigation.Target],
                TargetMultiplicity = Multiplicity(set, navigation),
            });
            own.AddNavigationTarget(added, container.FindEntitySet(navigation.Target));
        }
    }

    private static EdmMultiplicity Multiplicity(SetModel set, Navigation navigation) =>
        navigation.Many ? EdmMultiplicity.Many
        : set.Find(navigation.Local)!.Nullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One;
}
