using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>What the page calls a rule's fields and what they hold.</summary>
internal static class FieldNames
{
    /// <summary>A field by its name in JSON; one the page has no words for keeps that name.</summary>
    public static string Of(PageTexts t, string field) => t.Find("field." + field) ?? field;

    /// <summary>The id of the form's element for a field named in a problem, but for conditions, which only the form can find.</summary>
    public static string ElementOf(string field) => field switch
    {
        "name.nl" or "name" => "NameNl",
        "name.en" => "NameEn",
        "why.nl" or "why" => "WhyNl",
        "why.en" => "WhyEn",
        "id" => "Id",
        "offer" => "Offer",
        "quietHours.from" => "QuietFrom",
        _ when field.StartsWith("quietHours", StringComparison.Ordinal) => "QuietTo",
        _ when field.StartsWith("pools", StringComparison.Ordinal) => "pools",
        _ => field.Replace('.', '-'),
    };
}
