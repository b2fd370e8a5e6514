using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SchoolSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RequiredStrands",
                table: "SupportCycles",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[0,1,4,5,6]");

            migrationBuilder.AddColumn<string>(
                name: "HeadName",
                table: "Schools",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "HighestYear",
                table: "Schools",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "6");

            migrationBuilder.AddColumn<string>(
                name: "InsetDays",
                table: "Schools",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "LocalAuthorityName",
                table: "Schools",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LocalOfferAddress",
                table: "Schools",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "LogoId",
                table: "Schools",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LowestYear",
                table: "Schools",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "R");

            migrationBuilder.AddColumn<int>(
                name: "MonitoringWeeks",
                table: "Schools",
                type: "int",
                nullable: false,
                defaultValue: 12);

            migrationBuilder.AddColumn<string>(
                name: "Phase",
                table: "Schools",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Primary");

            migrationBuilder.AddColumn<string>(
                name: "RequiredStrands",
                table: "Schools",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[0,1,4,5,6]");

            migrationBuilder.AddColumn<string>(
                name: "SendiassEmail",
                table: "Schools",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SendiassWebsite",
                table: "Schools",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Telephone",
                table: "Schools",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Schools",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Website",
                table: "Schools",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Classes",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "SchoolLogos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolLogos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolLogos_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolLogos_SchoolId",
                table: "SchoolLogos",
                column: "SchoolId");

            // A school and its classes had no version before.
            migrationBuilder.Sql("UPDATE Schools SET Version = Id");
            migrationBuilder.Sql("UPDATE Classes SET Version = Id");

            migrationBuilder.AlterColumn<Guid>(
                name: "PupilId",
                table: "RecordEvents",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SchoolLogos");

            migrationBuilder.DropColumn(
                name: "RequiredStrands",
                table: "SupportCycles");

            migrationBuilder.DropColumn(
                name: "HeadName",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "HighestYear",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "InsetDays",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "LocalAuthorityName",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "LocalOfferAddress",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "LogoId",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "LowestYear",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "MonitoringWeeks",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Phase",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "RequiredStrands",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "SendiassEmail",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "SendiassWebsite",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Telephone",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Website",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Classes");

            migrationBuilder.AlterColumn<Guid>(
                name: "PupilId",
                table: "RecordEvents",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);
        }
    }
}
