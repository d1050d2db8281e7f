#!/usr/bin/env bash
# Ical.Net 5.2.4 (NuGet), GetOccurrences: a weekly series in Europe/Amsterdam whose meeting of 12 January, 09:00, was moved to
# the 13th. The moved meeting refers to it in UTC (RECURRENCE-ID:20260112T080000Z) instead of local time.
#
# Expected: both refer to the same instant, so the meeting moves; an exception date in UTC (EXDATE:20260112T080000Z) removes it too.
# Seen: EXDATE compares instants, RECURRENCE-ID does not: the old meeting stays and the moved one is added.
#
# Output seen:
#   named in local time: 01-05 09:00, 01-13 14:00, 01-19 09:00
#   named in UTC: 01-05 09:00, 01-12 09:00, 01-13 14:00, 01-19 09:00
#   EXDATE in UTC: 01-05 09:00, 01-19 09:00
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Ical.Net" Version="5.2.4" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

const string Moved = "DTSTART;TZID=Europe/Amsterdam:20260113T140000";
Tell("named in local time", "", Moved, "RECURRENCE-ID;TZID=Europe/Amsterdam:20260112T090000");
Tell("named in UTC", "", Moved, "RECURRENCE-ID:20260112T080000Z");
Tell("EXDATE in UTC", "EXDATE:20260112T080000Z");

static void Tell(string what, string exception, params string[] moved)
{
    string[] Event(params string[] lines) =>
        ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "SUMMARY:x", "DURATION:PT1H", .. lines.Where(line => line != ""), "END:VEVENT"];
    string[] text =
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//try//EN",
        .. Event("DTSTART;TZID=Europe/Amsterdam:20260105T090000", "RRULE:FREQ=WEEKLY;COUNT=3", exception),
        .. moved.Length > 0 ? Event(moved) : [], "END:VCALENDAR", "",
    ];
    var found = Calendar.Load(string.Join("\r\n", text))!.GetOccurrences<CalendarEvent>(new CalDateTime(2026, 1, 1, 0, 0, 0, "UTC"));
    Console.WriteLine($"{what}: {string.Join(", ", found.Select(one => one.Period.StartTime.Value.ToString("MM-dd HH:mm")))}");
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'named in local time: 01-05 09:00, 01-13 14:00, 01-19 09:00
named in UTC: 01-05 09:00, 01-12 09:00, 01-13 14:00, 01-19 09:00
EXDATE in UTC: 01-05 09:00, 01-19 09:00' ] || { echo 'It behaves otherwise now.'; exit 1; }
