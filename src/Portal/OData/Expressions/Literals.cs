using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>
/// Constants. Numbers are read from the address's own text, because ODataLib has by then passed some of them through floating point.
/// </summary>
internal static class Literals
{
    public static LiteralExpression From(ConstantNode constant) => constant.Value switch
    {
        null => new LiteralExpression(DataType.Text, null),
        string text => new LiteralExpression(DataType.Text, text),
        bool flag => new LiteralExpression(DataType.Boolean, flag),
        Guid id => new LiteralExpression(DataType.Guid, id.ToString("D")),
        Date date => new LiteralExpression(DataType.Date, Iso(date)),
        DateTimeOffset time => new LiteralExpression(DataType.Time, time.ToUnixTimeMilliseconds()),
        int or long or short or byte or sbyte => new LiteralExpression(DataType.Int64, Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture)),
        decimal or double or float => Number(constant),
        _ => throw QueryFaultException.Unsupported($"{constant.Value.GetType().Name} 类型的常量"),
    };

    public static LiteralExpression Decimal(decimal value)
    {
        if (decimal.Round(value, Contracts.Releases.DecimalText.Decimals) != value)
            throw QueryFaultException.Bad("小数最多四位。");
        if (Math.Abs(value) > long.MaxValue / SqlFunctions.Scale) throw QueryFaultException.Bad("数值太大。");
        return new LiteralExpression(DataType.Decimal, (long)(value * SqlFunctions.Scale));
    }

    public static string Iso(Date date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static LiteralExpression Number(ConstantNode constant)
    {
        var text = constant.LiteralText?.TrimEnd('m', 'M', 'd', 'D', 'f', 'F', 'L', 'l')
            ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return new LiteralExpression(DataType.Int64, whole);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Decimal(value)
            : throw QueryFaultException.Bad("有一个数读不懂或太大。");
    }
}
