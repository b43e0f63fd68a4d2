using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Apply;

/// <summary>
/// <c>$search</c>: words and "phrases", joined by AND (also by mere space), OR and NOT, in parentheses. ODataLib's lexer stops at
/// characters that Chinese place names are written with, so the few rules are read here.
/// </summary>
internal sealed class SearchParser
{
    private const int MostTerms = 20;
    private readonly List<string> _tokens;
    private readonly SetModel _set;
    private int _at;
    private int _depth;

    private SearchParser(List<string> tokens, SetModel set) => (_tokens, _set) = (tokens, set);

    public static Expression Parse(string text, Shape shape)
    {
        if (shape.Entity is not { Searched: not null } set) throw NotOffered.Search.Fault("这里的 $search");
        var tokens = Tokens(text);
        if (tokens.Count(token => token is not ("(" or ")")) > MostTerms) throw QueryFaultException.Bad("$search 的词太多。");
        var parser = new SearchParser(tokens, set);
        var expression = parser.Either();
        return parser._at == tokens.Count ? expression : throw Unreadable();
    }

    private Expression Either()
    {
        var left = Both();
        while (Take("OR")) left = Typing.Binary(Operator.Or, left, Both());
        return left;
    }

    private Expression Both()
    {
        var left = One();
        while (_at < _tokens.Count && _tokens[_at] is not ("OR" or ")"))
        {
            Take("AND");
            left = Typing.Binary(Operator.And, left, One());
        }
        return left;
    }

    private Expression One()
    {
        if (++_depth > 50) throw Unreadable();
        if (Take("NOT")) return new UnaryExpression(Operator.Not, One());
        if (!Take("(")) return Term();
        var inside = Either();
        return Take(")") ? inside : throw Unreadable();
    }

    private SearchExpression Term()
    {
        if (_at == _tokens.Count || _tokens[_at] is "AND" or "OR" or ")") throw Unreadable();
        var term = _tokens[_at++].Trim('"').Trim();
        return term.Length is > 0 and <= 100 ? new SearchExpression(_set, term) : throw Unreadable();
    }

    private bool Take(string token)
    {
        if (_at == _tokens.Count || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = TokenEnd(text, at);
            if (!char.IsWhiteSpace(text[at])) tokens.Add(text[at..end]);
            at = end;
        }
        return tokens.Count > 0 ? tokens : throw Unreadable();
    }

    private static int TokenEnd(string text, int at)
    {
        if (text[at] is '(' or ')' || char.IsWhiteSpace(text[at])) return at + 1;
        if (text[at] == '"')
        {
            var close = text.IndexOf('"', at + 1);
            return close < 0 ? throw Unreadable() : close + 1;
        }
        var end = at;
        while (end < text.Length && text[end] is not ('(' or ')' or '"') && !char.IsWhiteSpace(text[end])) end++;
        return end;
    }

    private static QueryFaultException Unreadable() => QueryFaultException.Bad("$search 读不懂。");
}
