using System.Globalization;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The versions of rules that entries of the audit log are about, so that a reader sees what was published or decided.</summary>
internal sealed class LoggedRules
{
    private readonly IReadOnlyDictionary<(string Id, int Number), Rule> versions;

    private LoggedRules(IReadOnlyDictionary<(string Id, int Number), Rule> versions) => this.versions = versions;

    public static LoggedRules None { get; } = new(new Dictionary<(string Id, int Number), Rule>());

    public static async Task<LoggedRules> ReadAsync(RuleStore store, IEnumerable<AuditRow> rows, CancellationToken cancellationToken)
    {
        string[] ids = [.. rows.Select(VersionIn).OfType<(string Id, int Number)>().Select(version => version.Id).Distinct()];
        return ids.Length == 0 ? None : new LoggedRules(await store.VersionsAsync(ids, cancellationToken));
    }

    /// <summary>The sentence of the version that an entry is about; null when it is about something else.</summary>
    public string? SentenceOf(PageTexts t, AuditRow row, Func<string, string> nameOf) =>
        VersionIn(row) is { } version && versions.TryGetValue(version, out var rule) ? RuleText.Sentence(rule, t.Language, nameOf) : null;

    // Entries about a version have its rule and number as their subject.
    private static (string Id, int Number)? VersionIn(AuditRow row) =>
        row.Subject.Split(' ') is [var id, var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (id, number) : null;
}
