namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// The addresses of a rule's pages. The id comes from a request and may be anything: unescaped, some characters are not allowed in a
/// header and others change the address.
/// </summary>
internal static class RuleAddress
{
    public const string List = AdminFeature.Root + "/rules";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    /// <param name="id">The rule.</param>
    /// <param name="page">The page below the rule's own: <c>try</c>, <c>trial</c> or <c>compare</c>.</param>
    public static string Of(string id, string page) => $"{Of(id)}/{page}";
}
