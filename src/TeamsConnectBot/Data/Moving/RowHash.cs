using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TeamsConnectBot.Data.Moving;

/// <summary>A hash over rows that depends neither on their order nor on the database.</summary>
internal sealed class RowHash(IEntityType type)
{
    private readonly IReadOnlyList<IProperty> columns =
        [.. type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)];
    private BigInteger sum;

    public int Rows { get; private set; }

    public string Value => Convert.ToHexStringLower(SHA256.HashData(sum.ToByteArray()))[..16];

    public void Add(object row)
    {
        Rows++;
        var text = string.Join('\n', columns.Select(column => $"{column.Name}={Stored(column, column.GetGetter().GetClrValue(row))}"));
        sum += new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(text)), isUnsigned: true);
    }

    // The prefix tells null and empty apart.
    private static string Stored(IProperty column, object? value) =>
        value is null
            ? "-"
            : "+" + Convert.ToString(column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value, CultureInfo.InvariantCulture);
}
