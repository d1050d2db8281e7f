using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Figures;

/// <summary>
/// A published count. The people it is about are kept, as pseudonyms, as long as a later count could be compared with it.
/// </summary>
internal sealed class PublicationRow
{
    public required Guid Id { get; init; }

    public required AggregateView View { get; init; }

    public required string Audience { get; init; }

    /// <summary>The Monday of the week it is about.</summary>
    public required LocalDate Period { get; init; }

    public required LocalDate On { get; init; }

    public required int Count { get; init; }

    public required int Of { get; init; }

    /// <summary>Pseudonyms separated by spaces; null once nothing more is counted about the week.</summary>
    public string? People { get; set; }

    public string? Counted { get; set; }

    public static PublicationRow From(Guid id, Publication published) => new()
    {
        Id = id, View = published.View, Audience = published.Audience, Period = published.Period!.Value, On = published.On,
        Count = published.Count, Of = published.Of,
        People = string.Join(' ', published.People), Counted = string.Join(' ', published.Counted),
    };

    /// <summary>Without the pseudonyms of those who counted, where that would store something about them.</summary>
    public static PublicationRow WithoutCounted(Guid id, Publication published)
    {
        var row = From(id, published);
        row.Counted = "";
        return row;
    }

    public Publication Read() => new(View, Audience, Period, Split(People), Split(Counted), On)
    {
        Unnamed = Counted is "" && Count > 0 ? Count : null,
    };

    private static ImmutableHashSet<string> Split(string? names) => [.. (names ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

internal sealed class PublicationTable : IEntityTypeConfiguration<PublicationRow>
{
    public void Configure(EntityTypeBuilder<PublicationRow> publication) =>
        publication.ToTable("Publications").HasIndex(x => new { x.Audience, x.Period });
}
