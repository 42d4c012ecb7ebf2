#!/bin/sh
# Makes the "scanned" page of the demonstration hospital: typesets it, signs it, then spoils it as a scanner would.
# Needs ImageMagick 6, pango-view (libpango1.0-dev or pango1.0-tools) and the Liberation fonts. Usage: demonstration/make-scan.sh [OUTPUT.jpg]
set -eu

output=${1:-$(dirname "$0")/documents/AUDIT-2026.jpg}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/head.txt" <<'TEXT'
<span font="Liberation Sans Bold 15" foreground="#22303f">Cabinet Sentevrac</span>
<span font="Liberation Sans 8.5" foreground="#44505c">Audit de la sécurité des systèmes d’information
8, impasse du Pressoir, 36994 Saint-Amable-en-Brenne</span>
TEXT

cat > "$folder/body.txt" <<'TEXT'
<span font="Liberation Serif 9.5">Réf. CS-2026-041 – Rapport définitif du 5 octobre 2026 – page 38 / 38</span>

<span font="Liberation Serif Bold 15">Conclusion de l’audit externe de sécurité 2026</span>

<span font="Liberation Serif 11.5"><b>Audité :</b> Centre hospitalier intercommunal du Val-de-Brenne, service d’hébergement des données de santé, Aubigny-sur-Brenne.
<b>Période :</b> du 14 au 18 septembre 2026, dans les deux salles, au coffre hors ligne et dans les bureaux.
<b>Auditeurs :</b> Clotilde Ravenel-Saulx, responsable d’audit ; Émeric Taurignac.

Nous avons entendu 19 personnes, examiné 58 documents, rejoué quatre procédures et vérifié par sondage 120 enregistrements. Le test d’intrusion des points exposés n’entrait pas dans la mission ; il fera l’objet d’un rapport distinct en décembre 2026.

<b>1. Avis.</b> La politique de sécurité, version 4.2, est appliquée de manière effective. L’organisation, la protection des accès, la sauvegarde et la continuité répondent aux engagements pris envers les onze établissements clients.

<b>2. Constats.</b>
     Non-conformités majeures : aucune
     Non-conformités mineures : trois
     Points d’attention : sept

<b>3. Non-conformités mineures.</b>
     N1 – L’attestation technique de la Salle Claise arrive à son terme le 31 octobre 2026
            et son renouvellement n’est pas acquis.
     N2 – Deux flux internes, sur sept, acceptent encore une version ancienne du chiffrement.
     N3 – Quatre écarts de contrôle interne sur dix-neuf n’ont pas été clos dans le délai.

<b>4. Points forts.</b> Restauration d’essai de onze services sur douze depuis janvier, jugée par les métiers ; bascule réelle des 30 et 31 mai ; retrait automatique des droits ; clés de sauvegarde séparées de leurs administrateurs.

<b>5. Suites.</b> Le plan d’actions nous a été remis le 2 octobre 2026 ; il est adapté. Un contrôle de suite, limité aux actions encore ouvertes, est convenu pour la semaine du 12 avril 2027.

La présente conclusion vaut pour le périmètre et la période indiqués. Elle peut être remise aux établissements clients et à l’autorité.

Fait à Saint-Amable-en-Brenne, le 5 octobre 2026.</span>
TEXT

cat > "$folder/foot.txt" <<'TEXT'
<span font="Liberation Serif 11">La responsable d’audit,
Clotilde Ravenel-Saulx</span>
TEXT

# A4 at 150 dpi is 1240 × 1754 pixels; widths are in points.
block() { pango-view --no-display --markup --antialias=gray --dpi=150 --margin=0 --wrap=word --width="$2" --output="$folder/$1.png" "$folder/$1.txt"; }
block head 430
block body 475
block foot 200

convert -size 1240x1754 xc:white \
  "$folder/head.png" -geometry +125+90 -composite \
  -stroke '#22303f' -strokewidth 2 -draw 'line 125,190 1115,190' -stroke none \
  "$folder/body.png" -geometry +125+215 -composite \
  "$folder/foot.png" -geometry +690+1478 -composite \
  "$folder/page.png"

# The signature, in blue-black ink, and a round stamp, both a little askew.
convert "$folder/page.png" -fill none -stroke '#1b2a6b' -strokewidth 2.6 \
  -draw "path 'M 712,1632 C 740,1560 782,1552 776,1600 C 770,1650 728,1668 748,1620 C 772,1566 812,1580 806,1620 C 802,1650 822,1640 836,1606 C 846,1584 856,1600 852,1622 C 850,1644 878,1624 888,1600 C 900,1574 916,1590 908,1616 C 902,1636 932,1630 958,1602'" \
  -strokewidth 1.8 -draw "path 'M 730,1668 C 810,1640 900,1652 1002,1612 C 1020,1604 1012,1630 986,1636'" \
  -stroke '#7a2b3a' -strokewidth 3 -draw 'circle 505,1590 505,1508' -strokewidth 1.5 -draw 'circle 505,1590 505,1518' \
  -stroke none -fill '#7a2b3a' -font Liberation-Sans-Bold -pointsize 19 \
  -draw "translate 505,1590 rotate -9 text -58,-14 'CABINET'" -draw "translate 505,1590 rotate -9 text -66,12 'SENTEVRAC'" \
  -pointsize 14 -draw "translate 505,1590 rotate -9 text -42,36 'CS-2026-041'" \
  "$folder/signed.png"

# A sheet laid slightly askew on a tired scanner: grey paper, a shadow at the edge, noise, soft focus.
convert "$folder/signed.png" -background '#d9d7d2' -rotate 0.7 -gravity center -crop 1240x1754+0+0 +repage \
  -level-colors '#262626,#efede8' -blur 0x0.6 \
  \( -size 1240x1754 gradient:'#ffffff-#e2e0dc' -rotate 180 -resize '1240x1754!' \) -compose multiply -composite \
  -seed 36990 -attenuate 0.3 +noise Gaussian \
  -colorspace Gray -strip -density 150 -units PixelsPerInch -sampling-factor 1x1 -quality 48 "$output"
