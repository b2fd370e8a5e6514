using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PupilMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Pupils",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NotSamePupils",
                columns: table => new
                {
                    OneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotSamePupils", x => new { x.OneId, x.OtherId });
                    table.ForeignKey(
                        name: "FK_NotSamePupils_Pupils_OneId",
                        column: x => x.OneId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NotSamePupils_Pupils_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PupilMerges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MergedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rows = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PupilMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PupilMerges_Pupils_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PupilMerges_Pupils_MergedId",
                        column: x => x.MergedId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NotSamePupils_OtherId",
                table: "NotSamePupils",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_NotSamePupils_SchoolId",
                table: "NotSamePupils",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilMerges_KeptId",
                table: "PupilMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilMerges_MergedId",
                table: "PupilMerges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilMerges_SchoolId_MergedAt",
                table: "PupilMerges",
                columns: new[] { "SchoolId", "MergedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NotSamePupils");

            migrationBuilder.DropTable(
                name: "PupilMerges");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Pupils");
        }
    }
}
