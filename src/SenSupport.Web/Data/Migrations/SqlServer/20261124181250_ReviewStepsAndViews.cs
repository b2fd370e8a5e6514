using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ReviewStepsAndViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CycleId",
                table: "AssessmentRequests",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NextSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Owner = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    ByWhen = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CycleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NextSteps_Staff_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextSteps_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CycleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Of = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Who = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InvitedHow = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    How = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    GatheredBy = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Statements = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GoesWell = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsHard = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Helps = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_CycleId",
                table: "NextSteps",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_OwnerId_DoneOn",
                table: "NextSteps",
                columns: new[] { "OwnerId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_CycleId",
                table: "ReviewViews",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_PupilId",
                table: "ReviewViews",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_SchoolId",
                table: "ReviewViews",
                column: "SchoolId");

            migrationBuilder.AddForeignKey(
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests",
                column: "CycleId",
                principalTable: "SupportCycles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests");

            migrationBuilder.DropTable(
                name: "NextSteps");

            migrationBuilder.DropTable(
                name: "ReviewViews");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests");

            migrationBuilder.DropColumn(
                name: "CycleId",
                table: "AssessmentRequests");
        }
    }
}
