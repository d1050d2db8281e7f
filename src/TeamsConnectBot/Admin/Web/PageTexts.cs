using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The page's texts in one language: the file <c>Admin/Texts/{language}.json</c>, a flat list of keys and texts.</summary>
internal sealed class PageTexts
{
    public const string Default = "en";

    private const string Prefix = "PageTexts.";

    private static readonly FrozenDictionary<string, PageTexts> All = typeof(PageTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
        .ToFrozenDictionary(language => language, Load);

    private readonly FrozenDictionary<string, string> texts;

    private PageTexts(string language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    public string Language { get; }

    /// <summary>Formats dates and numbers.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "nl" ? "nl-NL" : "en-GB");

    public IEnumerable<string> Keys => texts.Keys;

    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"The page has no text '{key}' in '{Language}'.");

    /// <summary>A text that may be missing; null when it is.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>A text with its placeholders filled in: <c>{0}</c>, <c>{1}</c> ….</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    public static bool Has(string language) => All.ContainsKey(language);

    public static PageTexts For(string language) => All.GetValueOrDefault(language) ?? All[Default];

    public static PageTexts For(HttpContext context) => For(PageLanguage.Of(context));

    private static PageTexts Load(string language)
    {
        using var stream = typeof(PageTexts).Assembly.GetManifestResourceStream($"{Prefix}{language}.json")!;
        return new PageTexts(
            language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
