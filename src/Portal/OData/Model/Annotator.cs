using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace Revitalization.Portal.OData.Model;

/// <summary>
/// Adds annotations to a model, beside what they are about. Terms go by name: ODataLib knows models of some vocabularies
/// (Core, Capabilities), and of others (Measures, Aggregation) none; what it writes is the same.
/// </summary>
internal sealed class Annotator(EdmModel model)
{
    public const string Core = "Org.OData.Core.V1.", Capabilities = "Org.OData.Capabilities.V1.", Measures = "Org.OData.Measures.V1.", Aggregation = "Org.OData.Aggregation.V1.";

    private const string Vocabularies = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/";
    private readonly Dictionary<string, EdmTerm> _terms = new(StringComparer.Ordinal);

    /// <param name="term">Its full name.</param>
    public void Add(IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        var dot = term.LastIndexOf('.');
        if (!_terms.TryGetValue(term, out var known)) _terms[term] = known = new EdmTerm(term[..dot], term[(dot + 1)..], EdmPrimitiveTypeKind.String);
        var annotation = new EdmVocabularyAnnotation(target, known, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }

    public void Describe(IEdmVocabularyAnnotatable target, string words) => Add(target, Core + "Description", Text(words));

    /// <summary>A term of our own, with what it means.</summary>
    public void Declare(string name, EdmPrimitiveTypeKind type, string words)
    {
        var term = new EdmTerm(EdmDisclosure.Namespace, name, type);
        model.AddElement(term);
        Describe(term, words);
        _terms[$"{EdmDisclosure.Namespace}.{name}"] = term;
    }

    /// <summary>Says where the vocabularies are defined, as CSDL demands of who uses them.</summary>
    public void Refer()
    {
        string[] used = [Core, Capabilities, Measures, Aggregation];
        model.SetEdmReferences(used.Select(name => name.TrimEnd('.')).Select(name =>
        {
            var reference = new EdmReference(new Uri($"{Vocabularies}{name}.xml"));
            reference.AddInclude(new EdmInclude(name.Split('.')[2], name));
            return (IEdmReference)reference;
        }).ToList());
    }

    public static IEdmExpression Text(string value) => new EdmStringConstant(value);

    public static IEdmExpression Flag(bool value) => new EdmBooleanConstant(value);

    public static IEdmExpression Number(long value) => new EdmIntegerConstant(value);

    public static IEdmExpression Texts(IEnumerable<string> values) => new EdmCollectionExpression(values.Select(Text));

    public static IEdmExpression Record(params (string Name, IEdmExpression Value)[] members) =>
        new EdmRecordExpression(members.Select(member => new EdmPropertyConstructor(member.Name, member.Value)));
}
