using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Privacy.Readable;

/// <summary>
/// The words of the page with a person's data: the file <c>Privacy/Readable/Texts/{language}.json</c>. What the data is for, where it is
/// from and how long it is kept are not here; they come from the data categories.
/// </summary>
/// <param name="NotShown">What the page leaves out, a sentence each.</param>
/// <param name="Headings">A heading for each data category, by its key.</param>
/// <param name="Columns">What each column holds, by <c>Table.Column</c>.</param>
/// <param name="Parts">What each part of a value holds, by its name.</param>
/// <param name="Values">Values of enums in words, by <c>Enum.Value</c>.</param>
/// <param name="Retention">The register's retention periods in this language, by their English words.</param>
internal sealed record ReadableTexts(
    string PageName, string DataName, string PageDescription, string DataDescription, string Title, Template For, Template MadeAt,
    string Intro, string Nothing, string WhatFor, string From, string HowLong, string Since, string Only, Template Entry, string Empty,
    string Yes, string No, string NotShownHeading, IReadOnlyList<string> NotShown, string Other,
    IReadOnlyDictionary<string, string> Headings, IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Parts,
    IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Retention)
{
    private const string ResourcePrefix = "MyDataTexts.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Every language, by its code; the same ones as those of the cards.</summary>
    public static FrozenDictionary<string, ReadableTexts> All { get; } =
        Texts.All.Keys.ToFrozenDictionary(language => language, Load, StringComparer.OrdinalIgnoreCase);

    private static ReadableTexts Load(string language)
    {
        using var stream = typeof(ReadableTexts).Assembly.GetManifestResourceStream($"{ResourcePrefix}{language}.json")
            ?? throw new InvalidOperationException($"The page with people's data has no texts in '{language}'.");
        return JsonSerializer.Deserialize<ReadableTexts>(stream, Options)!;
    }
}
