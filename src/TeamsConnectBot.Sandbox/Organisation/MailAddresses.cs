using System.Text;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Gives everybody a unique address.</summary>
internal sealed class MailAddresses
{
    /// <summary>A domain nobody can own (RFC 2606).</summary>
    public const string Domain = "gezellig.example";

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reserves an address as given, or one made from a name; a number is added when the address is taken.</summary>
    public string Take(string wanted)
    {
        var at = wanted.LastIndexOf('@');
        var isAddress = at > 0 && at < wanted.Length - 1 && !wanted.Any(char.IsWhiteSpace);
        var local = isAddress ? wanted[..at] : Plain(wanted);
        var domain = isAddress ? wanted[(at + 1)..] : Domain;
        for (var number = 1; ; number++)
        {
            var address = number == 1 ? $"{local}@{domain}" : $"{local}{number}@{domain}";
            if (taken.Add(address))
            {
                return address;
            }
        }
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Replace('ı', 'i').Replace('ł', 'l').Replace('ø', 'o').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation
                && plain.Length > 0 && plain[^1] != '.')
            {
                plain.Append('.');
            }
        }

        return plain.ToString().Trim('.') is { Length: > 0 } address ? address : "person";
    }
}
