using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Exports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CtfNumbers",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CtfNumbers", x => new { x.SchoolId, x.Year, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "MisTicks",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MisTicks", x => x.EventId);
                    table.ForeignKey(
                        name: "FK_MisTicks_RecordEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "RecordEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RecordEvents_SchoolId_Kind_At",
                table: "RecordEvents",
                columns: new[] { "SchoolId", "Kind", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CtfNumbers");

            migrationBuilder.DropTable(
                name: "MisTicks");

            migrationBuilder.DropIndex(
                name: "IX_RecordEvents_SchoolId_Kind_At",
                table: "RecordEvents");
        }
    }
}
